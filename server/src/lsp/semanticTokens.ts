import type { Connection, SemanticTokens } from 'vscode-languageserver';
import { SemanticTokensBuilder } from './languageserver';
import type { TokenAnswer } from '../features/answers';
import type { TranscriptService } from '../service';
import type { LineTable } from '../text/lineTable';
import { TOKEN_LEGEND, TOKEN_TYPES } from './capabilities';
import { documentOf, linesOf, textOf } from './fromProtocol';
import type { Guard } from './guard';
import type { OpenDocuments } from './openDocuments';
import type { Ground } from './toProtocol';

/** The first and only modifier of the legend. */
const DEFINITION = 1;

/** Tokens of a whole document, of a range, and what differs from the last answer. */
export function answerSemanticTokens(
  connection: Connection,
  service: TranscriptService,
  guard: Guard,
  ground: Ground,
  documents: OpenDocuments,
): void {
  /** The builder of a document remembers its last answer, from which the next differs. */
  const builders = new Map<string, SemanticTokensBuilder>();
  documents.onClose((uri) => builders.delete(uri));
  const builderOf = (uri: string): SemanticTokensBuilder => {
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    if (documents.isOpen(uri)) builders.set(uri, builder);
    return builder;
  };
  const push = (builder: SemanticTokensBuilder, uri: string, wanted: (line: number) => boolean): void => {
    const lines = ground.lines(uri);
    if (lines) for (const token of service.tokens(uri)) pushToken(builder, token, lines, wanted);
  };
  const everyLine = (): boolean => true;
  const nothing: SemanticTokens = { data: [] };

  connection.languages.semanticTokens.on(
    guard('tokens', nothing, (params) => {
      const uri = documentOf(params);
      const builder = builderOf(uri);
      // Starts a new answer under a new id; a plain `build` keeps the pushed tokens for the next.
      builder.previousResult('');
      push(builder, uri, everyLine);
      return builder.build();
    }),
  );
  connection.languages.semanticTokens.onDelta(
    guard('changed tokens', nothing, (params) => {
      const uri = documentOf(params);
      const builder = builderOf(uri);
      builder.previousResult(textOf(params, 'previousResultId'));
      push(builder, uri, everyLine);
      return builder.canBuildEdits() ? builder.buildEdits() : builder.build();
    }),
  );
  connection.languages.semanticTokens.onRange(
    guard('tokens of a range', nothing, (params) => {
      const range = linesOf(params);
      const builder = new SemanticTokensBuilder();
      push(builder, documentOf(params), (line) => !range || (line >= range.first && line <= range.last));
      return builder.build();
    }),
  );
}

function pushToken(builder: SemanticTokensBuilder, token: TokenAnswer, lines: LineTable, wanted: (line: number) => boolean): void {
  const { line, character } = lines.placeAt(token.span.start);
  if (!wanted(line)) return;
  const type = TOKEN_LEGEND.indexOf(TOKEN_TYPES[token.kind]);
  builder.push(line, character, token.span.end - token.span.start, type, token.definition ? DEFINITION : 0);
}
