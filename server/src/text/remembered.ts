/** In UTF-16 units. V8 copies what is shorter, and what is not it keeps as a stretch of the text that it was taken from. */
const SHORTEST_STRETCH = 13;

/** In UTF-16 units: longer texts seldom come again. */
const LONGEST = 80;

/** How many words are worth remembering: they come again, in one document and in many. */
export const MOST_WORDS = 1 << 14;

/** So are names and what people are: in an archive the same speak in many documents. */
export const MOST_NAMES = 1 << 12;

/**
 * The same answers, those about short texts worked out once. When `most` are known, all are forgotten. Of no text that an
 * answer is about, or holds, is more kept than itself.
 */
export function remembered<Answer>(most: number, ask: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return ask(text);
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as Answer;
    if (answers.size >= most) answers.clear();
    const own = text.length < SHORTEST_STRETCH ? text : copied(text);
    const answer = ask(own);
    answers.set(own, answer);
    return answer;
  };
}

/** Joined to something, a text is written anew. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}
