const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY_FIRST = new RegExp(
  `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})\\b`,
  'i',
);
const MONTH_FIRST = new RegExp(
  `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`,
  'i',
);
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;

/** A date in a text. `start` and `end` are offsets into it, the weekday included. */
export interface FoundDate {
  /** ISO 8601, `YYYY-MM-DD`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The first full date (day, month, year) of a text; undefined when there is none or it is no day of the calendar. */
export function findDate(text: string): FoundDate | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return found(dayFirst, dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return found(monthFirst, monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const iso = ISO.exec(text);
  return iso ? found(iso, iso[1], Number(iso[2]), iso[3]) : undefined;
}

function monthOf(name: string | undefined): number {
  return MONTHS.findIndex((month) => month.startsWith((name ?? '').toLowerCase().slice(0, 3))) + 1;
}

function found(match: RegExpExecArray, year: string | undefined, month: number, day: string | undefined): FoundDate | undefined {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > new Date(Date.UTC(Number(year), month, 0)).getUTCDate()) return undefined;
  return { value: `${year}-${two(month)}-${two(Number(day))}`, start: match.index, end: match.index + match[0].length };
}

/** The first time of day, as `HH:MM`: "9.00am", "10:30 pm", "14.05", "2 p.m.". */
export function findTime(text: string): string | undefined {
  const match = /\b(\d{1,2})(?:[.:](\d{2}))?\s*([ap])\.?\s?m\b|\b(\d{1,2})[.:](\d{2})\b/i.exec(text);
  if (!match) return undefined;
  let hour = Number(match[1] ?? match[4]);
  const minute = Number(match[2] ?? match[5] ?? 0);
  const half = match[3]?.toLowerCase();
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
