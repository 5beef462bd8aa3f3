/**
 * In UTF-16 units. Longer texts may be stretches of a document, and the engine would keep the whole of it for them: V8 copies
 * what is shorter than 13.
 */
const LONGEST = 12;

/** How many words are worth remembering: they come again, in one document and in many. */
export const MOST_WORDS = 1 << 14;

/** The same answers, those about short texts worked out once. When `most` are known, all are forgotten. */
export function remembered<Answer>(most: number, ask: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return ask(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const answer = ask(text);
    answers.set(text, answer);
    return answer;
  };
}
