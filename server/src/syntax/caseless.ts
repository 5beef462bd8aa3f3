import type { NameParts, NameShape } from './label';

/**
 * Labels in scripts that know no capitals (Chinese, Japanese, Korean, Hebrew, Arabic, Thai, those of India): nothing but a
 * title or an office shows that words are a name, so that all others must read like a conversation, as single names do.
 */

/** The signs of ordinals are letters of Latin text. */
const STARTS = /^[\s*_]*(?![ªº])\p{Lo}/u;

/** Before the first letter of them there is none, in UTF-16 units. */
const FIRST_LETTER = 0x05d0;

/** Whether the text begins in such a script, marks of emphasis left out. */
export function isCaseless(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= FIRST_LETTER || code <= 95) && STARTS.test(text);
}

/** In UTF-16 units, with its brackets; in words without them. */
const LONGEST = 60;
const MOST_WORDS = 7;

const WORDS = /^[\p{Lo}\p{M}\p{N}\p{Cf}]+(?:[-־‐・·.'’"׳״ー][\p{Lo}\p{M}\p{N}]+|[.'’׳ー])*$/u;
const BRACKET = /\s?[（(]([^（）()]{1,30})[)）]$/;

/** What ends a name, stands before it or inside it, when somebody is spoken of with respect. */
const TITLED = [
  /(?:議員|议员|委員|委员|先生|女士|小姐|君|氏|さん|様|의원|위원|교수|변호사|씨)$/u,
  /^(?:היו["״]ר|יו["״]ר|ח["״]כ|השר|השרה|שר|שרת|ד["״]ר|פרופ['׳]|עו["״]ד|מר|גב['׳]) \p{Lo}/u,
  /^(?:السيد|السيدة|الدكتور|الدكتورة|النائب|النائبة|معالي|الأستاذ) \p{Lo}/u,
  /^(?:श्री|श्रीमती|माननीय|डॉ\.?) \p{Lo}/u,
  /^\p{Lo}*(?:위원장|의장|의원|위원|장관|차관|총리|청장|처장|실장|국장|간사) \p{Lo}/u,
  /^(?:นาย|นาง|นางสาว) ?\p{Lo}/u,
  /^\p{Lo}{1,2}委員\p{Lo}{1,3}$/u,
];

/** Who is called by what they are. */
const OFFICE =
  /^(?:代理|副|第[一二三]|임시|부)?(?:主席|主持人|議長|议长|委員長|委员长|会長|會長|会长|司会者?|裁判長|裁判长|審判長|审判长|書記官|의장|위원장|사회자|재판장|היו["״]ר|יו["״]ר|הדובר|الرئيس|رئيس الجلسة|الرئيسة|رئيس|المقرر|अध्यक्ष|सभापति|उपसभापति|ประธาน|ประธานสภา)$|(?:局長|局长|司長|司长|部長|部长|署長|署长|處長|处长|秘書長|秘书长|大臣|長官|장관|차관|총리|처장|청장)$/u;

/** Over lists, before dates and places. */
const HEADING =
  /^(?:日期|時間|时间|地點|地点|出席|列席|出席者|缺席|記錄|记录|紀錄|議程|议程|議題|议题|主題|主题|電話|电话|電話番号|地址|住所|傳真|传真|編號|编号|附件|備註|备注|注意|註|注|說明|说明|決議|决议|結論|结论|資料來源|资料来源|日時|場所|件名|問|答|참고|일시|장소|참석자?|안건|주소|전화|תאריך|נכחו|מוזמנים|סדר היום|חברי הוועדה|ייעוץ משפטי|מנהלת? הוועדה|רישום פרלמנטרי|הערה|التاريخ|المكان|الحضور|ملاحظة|दिनांक|स्थान|หมายเหตุ|วันที่|สถานที่)$/u;

/** Reads such a name, `{name}[（part）]`. Offsets are relative to `text`. */
export function readCaseless(text: string): NameParts | undefined {
  if (text.length > LONGEST) return undefined;
  const bracket = BRACKET.exec(text.trimEnd());
  const end = bracket ? bracket.index : text.length;
  const name = text
    .slice(0, end)
    .replace(/[\s*_]+/g, ' ')
    .trim();
  const words = name.split(' ');
  if (words.length > MOST_WORDS || !words.every((word) => WORDS.test(word)) || HEADING.test(name)) return undefined;
  const start = text.search(/[^\s*_]/);
  const inner = bracket?.[1] ?? '';
  const at = bracket ? text.indexOf(inner, end) : 0;
  return {
    name,
    nameSpan: { start, end: text.slice(0, end).replace(/[\s*_]+$/, '').length },
    honorifics: [],
    honorificSpans: [],
    parts: bracket ? [{ text: inner, span: { start: at, end: at + inner.length } }] : [],
    shape: shapeOf(name),
  };
}

function shapeOf(name: string): NameShape {
  if (OFFICE.test(name)) return 'office';
  return TITLED.some((pattern) => pattern.test(name)) ? 'titled' : 'single';
}

/** A mark before the name, and a wide space after it: ○委員長（山田君）, ○위원장 김. */
const MARKED =
  /([○◯〇●◎]\s?)((?=\p{Lo})[^\s:：（(]{1,30}(?: (?=\p{Lo})[^\s:：（(]{1,20}){0,2}(?:\s?[（(][^（）()]{1,30}[)）])?)(?:\u3000|\t| {2,})(?=\S)/uy;

/** Where such a label stands, relative to `window`; undefined where there is none. */
export function markedLabel(
  window: string,
  from: number,
): { readonly textStart: number; readonly textEnd: number; readonly end: number } | undefined {
  MARKED.lastIndex = from;
  const match = MARKED.exec(window);
  if (!match) return undefined;
  const textStart = from + (match[1] as string).length;
  return { textStart, textEnd: textStart + (match[2] as string).length, end: from + match[0].length };
}
