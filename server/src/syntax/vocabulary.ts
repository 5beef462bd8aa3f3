/**
 * The words of the record: titles, honorifics, offices, roles, header fields. Conventions of English-language public
 * bodies in general; no person, body or document is named here. They are evidence for the inference, never a
 * condition: a label without any of them is found by its shape and its return.
 */

/** Written before a name. Compared without a final full stop, in lower case. */
export const TITLES: ReadonlySet<string> = words(`
  mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron viscount earl rev reverend bishop archbishop
  canon father sister rabbi imam cllr councillor alderman ald hon rt judge justice commander commissioner chief
  superintendent inspector constable sergeant detective captain major colonel general admiral brigadier lieutenant
  lt col capt maj gen sgt senator deputy representative congressman congresswoman delegate ambassador governor
  secretary minister president chairman chairwoman chairperson chair mayor assistant attorney counsel md mme mlle m
  assembly member vice sen rep assemblymember assemblyman assemblywoman councilmember councilman councilwoman
  councillors supervisor trustee magistrate honourable honorable hon'ble right madam shri smt shrimati mnr mev mej mnu nks adv
  herr frau sr sra señor señorita heer mevrouw deputato onorevole señora doña deputado deputada datuk dato tuan puan connétable connetable
  präsident präsidentin vizepräsident vizepräsidentin abgeordneter abgeordnete bundesminister bundesministerin bundeskanzler bundeskanzlerin
  staatssekretär staatssekretärin staatssecretaris statsråd statsrådet puhemies varapuhemies edustaja ministeri talman talmannen poseł posłanka
  marszałek wicemarszałek senatorka
  assoc
`);

/** Written before a name in capitals only; in lower case they are words or names ("Di"). */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'DAC DCI DCS DSU DI DS DC PC WPC PCSO ACC DCC HHJ SPEAKER ARBITRATOR CO-CHAIR VICE-CHAIR SUP SUP.'.split(' '),
);

/** Written after a name. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  `AM MP MS MSP MLA MEP TD MHK AC AO AM OAM KC QC SC CC CBE OBE MBE KBE DBE GBE BEM CB KCB GCB DCB CH OM CMG KCMG DCMG KCVO CVO LVO MVO QPM KPM
  QFSM KFSM DL JP PC FRS FBA FRSE PhD DPhil MD MA BA BSc MSc LLB LLM MBBS FRCS FRCP FRCGP RN CPA Esq Jr Sr II III`.split(/\s+/),
);

/** Words before an office that leave it an office: "The Acting Deputy Speaker", "Mr. Speaker", "M. le président". */
export const OFFICE_MODIFIERS: ReadonlySet<string> = words(`
  the a an le la les l' y yr die der el o de señor señora sr sra acting deputy temporary assistant vice house first second third presiding interim
  honourable honorable hon right mr mrs ms madam mister m mme sir hearing court session lead senior committee city town legal
`);

/** Whole labels that name an office instead of a person, without the words before them. */
export const OFFICES: ReadonlySet<string> = new Set(
  `chair|chairman|chairwoman|chairperson|co-chair|vice-chair|vice-chairman|vice-chairperson|chairlady|convener|convenor|president|vice-president|
  presiding officer|officer|speaker|speaker pro tempore|speaker pro tem|president pro tempore|clerk|secretary|moderator|facilitator|host|co-host|interviewer|
  interviewee|witness|witnesses|court|clerk of court|court reporter|reporter|stenographer|videographer|bailiff|marshal|deputy clerk|counsel|counsel to the inquiry|
  defendant|plaintiff|prosecutor|prosecution|defense|defence|foreperson|foreman|juror|jury|coroner|judge|magistrate|arbitrator|mayor|deputy mayor|interpreter|translator|
  operator|narrator|announcer|anchor|caller|accused|applicant|petitioner|respondent|appellant|examiner|commissioner|
  member of the public|members of the public|member of the audience|members of the audience|from the floor|questioner|audience|
  several|all|everyone|group|registrar|voice|voices|interjection|interjections|members|unidentified|his honour|her honour|his honor|her honor|their honours|
  taoiseach|tánaiste|secretary-general|sergeant at arms|serjeant at arms|sergeant-at-arms|serjeant-at-arms|chief executive|city manager|city attorney|superintendent|
  an leas-chathaoirleach|an cathaoirleach|leas-chathaoirleach|an ceann comhairle|an leas-cheann comhairle|ceann comhairle|cathaoirleach|
  président|présidente|vice-président|vice-présidente|greffier|rapporteur|rapporteure|llywydd|dirprwy lywydd|cadeirydd|
  präsident|präsidentin|vizepräsident|vizepräsidentin|presidente|presidenta|vicepresidente|vicepresidenta|secretario|secretaria|puhemies|varapuhemies|talman|talmannen|vice talmannen|
  stortingspresident|presidenten|visepresident|formand|formanden|næstformand|marszałek|wicemarszałek|yang di-pertua|tuan yang di-pertua|puan yang di-pertua|timbalan yang di-pertua|voorsitter|voorzitter|usihlalo|usomlomo|iphini likasomlomo`
    .split('|')
    .map((office) => office.trim()),
);

/** Words that call somebody a voice and nobody in particular. */
export const VOICE_NOUNS: ReadonlySet<string> = words(`
  member members voice voices speaker speakers man woman male female senator senators delegate delegates deputy deputies participant
  participants person people panelist panellist attendee attendees student students juror caller questioner respondent interviewee interviewer
  audience witness lord lords voix député députés députée diputado diputada diputados senador senadora senadores sénateur reporter journalist observer player host guest commenter public staff councillor councillors
  teilnehmer sprecher spk
`);

/** Words before such a word. */
export const VOICE_MODIFIERS: ReadonlySet<string> = words(`
  a an the some several many various multiple all other another one noble unidentified unknown unnamed unspecified male female young opposition government hon
  honourable honorable hon'ble audience open public hearing committee board council des une un una unos varios señores plusieurs quelques de crowd off-mic assembly panel
  focus
`);

/** Ranks that go by a place: "The Earl of Weirton". */
export const RANKS_OF_PLACES: ReadonlySet<string> = words(
  'earl countess duke duchess marquess marquis marchioness viscount viscountess archbishop bishop',
);

/** Nouns that say what somebody is. The head of a phrase decides: "Head of X" and "X Services Manager" are roles, "Mayor's Office" is not. */
export const ROLE_NOUNS: ReadonlySet<string> = words(`
  chair chairman chairwoman chairperson co-chair vice-chair convener convenor president speaker clerk secretary treasurer trustee
  whip foreman forewoman foreperson
  director manager officer executive head mayor minister commissioner commander superintendent inspector constable sergeant
  lead leader member councillor alderman professor lecturer fellow reader counsel solicitor barrister lawyer judge adviser advisor analyst
  researcher scientist economist statistician representative user coordinator co-ordinator consultant ambassador governor
  partner founder co-founder editor journalist correspondent spokesperson spokesman spokeswoman witness nurse doctor surgeon physician
  engineer surveyor architect planner specialist owner principal teacher headteacher registrar administrator auditor
  accountant controller comptroller ombudsman advocate campaigner organiser organizer volunteer resident student
  ceo cfo coo cto cio vice-president deputy assistant practitioner worker strategist inspectorate-general undersecretary under-secretary
  rapporteur anchor host reporter contributor commentator candidate senator congressman congresswoman attorney producer narrator
  bundesminister bundesministerin ministerpräsident ministerpräsidentin staatssekretär staatssekretärin bundeskanzler bundeskanzlerin staatsminister
  staatsministerin ministeren formand formanden næstformand statsminister statsministeren
  ministro ministra assessore relatore relatrice sindaco sindaca alcalde alcaldesa senador senadora diputado diputada
  ministre député députée sénateur sénatrice présidente président secrétaire rapporteure gweinidog
  facilitator moderator master harbourmaster technician assessor supervisor warden ranger captain chancellor dean provost bishop bailiff sheriff
`);

/** Words that stand before a role noun. */
export const ROLE_MODIFIERS: ReadonlySet<string> = words(`
  chief deputy assistant senior junior executive managing regional national principal lead acting interim associate vice joint
  non-executive operating operations financial finance technical general permanent parliamentary private independent honorary shadow first
  second head group area district divisional programme project policy strategic commercial legal medical clinical detective
`);

/** Nouns that name an organisation. */
export const BODY_NOUNS: ReadonlySet<string> = words(`
  committee council assembly board inquiry enquiry commission parliament senate house panel authority tribunal court office
  service agency department ministry association society trust company corporation institute university college
  foundation group partnership forum federation union police bank fund centre center unit team directorate division network
  cabinet congress chamber legislature executive
`);

/** Keys of header fields, in lower case, and the field they fill; `other` keys are fields that are recognised and not kept. */
export const HEADER_KEYS: ReadonlyMap<string, 'title' | 'date' | 'body' | 'location' | 'startTime' | 'finishTime' | 'other'> = new Map([
  ...keys('title', 'title|hearing|subject|re|meeting|meeting title|topic|session|event', '|'),
  ...keys('date', 'date|dated|date of meeting|meeting date|hearing date', '|'),
  ...keys('body', 'committee|body|public body|authority|organisation|council|board', '|'),
  ...keys('location', 'location|venue|place|held at|room', '|'),
  ...keys('startTime', 'start time|time|start|started at|commenced', '|'),
  ...keys('finishTime', 'finish time|end time|finish|end|finished at|concluded|closed', '|'),
  ...keys(
    'other',
    `to|from|cc|tel|telephone|fax|email|e-mail|web|website|ref|our ref|your ref|file ref|contact|enquiries|present|in attendance|attendees|regrets|topic|action|meeting|chairs|
    members|members present|participants|witnesses|apologies|guests|officers|scribe|scribes|scribe(s)|agenda|note|notes|source|author|authors|
    version|status|classification|reference|url|link|transcribed by|transcript|recorded|recorded on|recorded by|duration|language|chapter|part|section|appendix|
    annex|figure|table|item|agenda item|questions|purpose|summary|background|recommendation|recommendations|action|actions|resolved|motion|
    amendment|vote|ayes|noes|published|copyright|isbn|editor|keywords|abstract|cost|price|total|address|phone|mobile`,
    '|',
  ),
]);

/** Words that no name is made of. A label that holds one is a phrase. */
export const NOT_NAMES: ReadonlySet<string> = words(`
  a an and are as at but by can could did do does for from had has have he her here his how i if in into is it its like must my next no nor
  not of off on one or our out over point points comment comments calendar question questions reply replies response responses answer answers example examples first second third finally
  firstly secondly thirdly however therefore note notes important so some such that the their them then there these they this those to under us
  was we were what when where which who why with would yes you your date time location venue place subject ref tel fax email
  steps step issue issues item items action actions background introduction conclusion summary recommendation recommendations aims
  objective objectives purpose method methods results discussion figure table appendix annex chapter section part start finish end
  following below above also because said says asked total number numbers list overview details description 
  warning caution usage installation options getting started features requirements license contributing
  type default defaults parameter parameters returns return value values pros cons seed file files copyright author authors maintainer
  maintainers required usage syntax input output version changelog todo see traceback error errors upstream
  decision decisions agreed noted resolved discussion discussions outcome outcomes update updates nb ps fyi tbd tip tips info debug warn fatal trace
  added fixed changed removed improved deprecated security feature bug bugs bugfix fix fixes breaking chore refactor docs build
  problem problems solution solutions cause causes symptom symptoms workaround reason reasons
  args raises yields attributes fields enums methods keys ingredients directions serves prep topic topics session question-and-answer resolution minutes apologies reminder disclaimer example optional
`);

/** Words that people say to each other, and that programmes, lists of duties, logs and reports of what was said do without. */
export const SPOKEN =
  /\b(?:I(?= \p{Ll}|['’])|[Ww]e|[Yy]ou|[Mm]y|me|us|[Yy]es|[Yy]eah|[Oo]kay|O[Kk]|[Tt]hank you|Thanks|[Pp]lease|[Ss]orry|[Hh]ello|Hi|Hey|[Ll]et['’]s|[Gg]ood (?:morning|afternoon|evening)|[Mm]adam|[Ss]ir|Your Honou?r|M[Rr]\.? (?:Speaker|Chair|Chairman|President))\b/u;

/** What people say of themselves, and to each other in answer. */
export const SPEAKS_OF_SELF =
  /\b(?:I(?= \p{Ll}|['’])|[Ww]e(?= \p{Ll}|['’])|me|us|[Mm]y|[Yy]es|[Yy]eah|[Rr]ight,|[Ww]ell|[Oo]kay|[Tt]hank you|[Tt]hanks|[Ss]orry|[Ii] (?:think|agree))\b/u;

/** What makes a sentence of what people say, and neither a title nor a duty: a verb that says what is, was or will be. */
export const STATES =
  /\b(?:is|are|was|were|has|have|had|will|would|shall|should|can|could|may|might|must|does|did|cannot|(?:is|are|was|were|has|have|do|does|did|wo|would|ca|could)n['’]t)\b|['’]s \p{Ll}/u;

/** What shows that a text is English, so that these words would be in it. */
export const ENGLISH = /\b(?:the|an?|of|and|to|in|is|was|for)\b/i;

/** What says that somebody speaks for others, in the languages of Europe; some have it after them. */
export const ON_BEHALF =
  /(?:^|\s)(?:behalf|puolesta|nevében|imieniu|namens|namen|namn|vegne|jménem|nombre|nome|nom|numele|ime|vardu)(?:\s|$)/i;

/** Small words inside names. */
export const PARTICLES: ReadonlySet<string> = words(
  'de da do dos das del della di du la le les van der den von zu zum ten ter bin binti ibn al el ap ab y e af av st arap ole wa bint',
);

/** Verbs that end the words before a quotation. */
export const REPORTS: ReadonlySet<string> = words('said says added asked replied wrote writes commented explained continued stated told');

/** Lines that close a letter. */
export const CLOSINGS =
  /^(?:yours (?:sincerely|faithfully|truly|ever)|(?:kind|best|warm|with kind|with best) (?:regards|wishes)|regards|sincerely|respectfully(?: submitted)?|many thanks)\b/i;

export const SALUTATION = /^(?:dear|to whom it may concern)\b/i;

/** Headings over a list of participants. */
export const ATTENDEE_HEADING =
  /^(?:(?:list of )?(?:(?:other |committee |assembly |panel |board |company |corporate |(?:conference )?call )?(?:members|attendees|participants|witnesses|guests|officers|panellists|panelists|delegates)(?: present| in attendance| attending)?|present|in attendance|also present|also in attendance|attendance|apologies(?: for absence)?|those present|(?:panel|others|parties) present))\s*:?$/i;

/** The words of labels in scripts without capitals. Abbreviations of Hebrew are written with straight marks. */
export const CASELESS = {
  /** Whole labels that name an office, without the words before them. */
  offices: words(`
    主席 主持人 議長 议长 委員長 委员长 会長 會長 会长 司会 司会者 裁判長 裁判长 審判長 审判长 書記官 의장 위원장 사회자 재판장
    היו"ר יו"ר הדובר الرئيس الرئيسة رئيس رئيس_الجلسة المقرر अध्यक्ष सभापति उपसभापति ประธาน ประธานสภา
  `),
  /** Words before an office that leave it one. */
  officeModifiers: words('代理 副 第一 第二 第三 임시 부'),
  /** What the names of other offices end in. */
  officeEnds: [...words('局長 局长 司長 司长 部長 部长 署長 署长 處長 处长 秘書長 秘书长 大臣 長官 장관 차관 총리 처장 청장')],
  /** Titles before a name, with a space between them. */
  titlesBefore: words(`
    היו"ר יו"ר ח"כ השר השרה שר שרת ד"ר פרופ' עו"ד מר גב' السيد السيدة الدكتور الدكتورة النائب النائبة معالي الأستاذ
    श्री श्रीमती माननीय डॉ डॉ. นาย นาง นางสาว
  `),
  /** What the title before a name ends in, in Korean. */
  titlesBeforeEnd: [...words('위원장 의장 의원 위원 장관 차관 총리 청장 처장 실장 국장 간사')],
  /** Titles right after a name. */
  titlesAfter: [...words('議員 议员 委員 委员 先生 女士 小姐 君 氏 さん 様 의원 위원 교수 변호사 씨')],
  /** Who is addressed or listed, and nobody in particular. */
  nobody: [...words('各位 出席 缺席 列席 欠席 お客 皆 委員 代表')],
  /** Over lists, before dates and places, in questions that nobody in particular asks. */
  headings: words(`
    日期 時間 时间 地點 地点 出席 列席 出席者 缺席 記錄 记录 紀錄 議程 议程 議題 议题 主題 主题 電話 电话 電話番号 地址 住所 傳真 传真 編號 编号 附件
    備註 备注 注意 註 注 說明 说明 決議 决议 結論 结论 資料來源 资料来源 日時 場所 件名 참고 일시 장소 참석 참석자 안건 주소 전화
    תאריך נכחו מוזמנים סדר_היום חברי_הוועדה ייעוץ_משפטי מנהל_הוועדה מנהלת_הוועדה רישום_פרלמנטרי הערה
    التاريخ المكان الحضور ملاحظة दिनांक स्थान หมายเหตุ วันที่ สถานที่
    問 答 問題 问题 答案 回答 質問 질문 답변 שאלה תשובה سؤال جواب प्रश्न उत्तर คำถาม คำตอบ
  `),
} as const;

/** Protective and page markings that stand alone on a line. */
export const MARKINGS =
  /^(?:OFFICIAL(?:[ :–-]+SENSITIVE)?|UNCLASSIFIED|PROTECT|RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET|NOT PROTECTIVELY MARKED|DRAFT|EMBARGOED)$/;

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

function keys<F extends string>(field: F, list: string, separator = ' '): [string, F][] {
  return list.split(separator).map((key) => [key.trim(), field]);
}
