const FEMALE = new Set(['mrs', 'ms', 'miss', 'madam', 'mme', 'mlle', 'dame', 'lady', 'baroness', 'sister', 'congresswoman', 'chairwoman']);
const MALE = new Set(['mr', 'sir', 'lord', 'baron', 'brother', 'father', 'congressman']);

/** Whether two titles, as written, can be one person's: "Mr" and "Mrs" cannot, "Mr" and "Chairman" can. */
export function canBeOnePerson(title: string, other: string | undefined): boolean {
  const [words, others] = [wordsOf(title), wordsOf(other ?? '')];
  const have = (list: readonly string[], set: ReadonlySet<string>): boolean => list.some((word) => set.has(word));
  return !(have(words, FEMALE) && have(others, MALE)) && !(have(words, MALE) && have(others, FEMALE));
}

function wordsOf(title: string): readonly string[] {
  return title.toLowerCase().replace(/\./g, '').split(' ');
}
