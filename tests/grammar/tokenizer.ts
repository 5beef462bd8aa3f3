import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const GRAMMAR = path.resolve('syntaxes/transcript.tmLanguage.json');

/** A stretch of a line and the scopes it has, the innermost last; the scope of the language itself left out. */
export interface Coloured {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The grammar, loaded as VS Code loads it. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => oniguruma.createOnigScanner(sources),
      createOnigString: (text) => oniguruma.createOnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR)),
  });
  const grammar = await registry.loadGrammar('text.transcript');
  if (!grammar) throw new Error('The grammar could not be loaded.');
  return grammar;
}

/** How the lines of a text are coloured. Stops at no time limit. */
export function colour(grammar: IGrammar, text: string): readonly (readonly Coloured[])[] {
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes: scopes.slice(1) }));
  });
}
