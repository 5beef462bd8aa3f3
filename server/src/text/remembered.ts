/** Longer texts may be stretches of a document, which the engine would keep whole with them. */
const LONGEST = 12;

/** The same answers, those about short texts worked out once; what was asked before the last `most` texts is forgotten. */
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
