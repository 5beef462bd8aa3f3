import type { SyntaxProblem, Transcript } from '../syntax/tree';
import type { Problem } from './answers';

const SAID: Record<SyntaxProblem['kind'], Pick<Problem, 'code' | 'severity'> & { readonly message: (written: string) => string }> = {
  unclosedBracket: {
    code: 'unclosed-bracket',
    severity: 'warning',
    message: () => 'This square bracket is not closed before the paragraph ends. An editorial insertion needs a closing “]”.',
  },
  footnoteWithoutText: {
    code: 'footnote-without-text',
    severity: 'warning',
    message: (written) => `The document has no text for footnote ${written}.`,
  },
};

/** What is certainly wrong in one document, in people's words. */
export function problems(transcript: Transcript): readonly Problem[] {
  return transcript.problems.map(({ kind, span }) => {
    const { code, severity, message } = SAID[kind];
    return { code, severity, message: message(transcript.text.slice(span.start, span.end)), span };
  });
}
