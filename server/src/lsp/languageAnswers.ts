import type { Connection, Location } from 'vscode-languageserver';
import type { TranscriptService } from '../service';
import { LineTable } from '../text/lineTable';
import type { Abilities } from './capabilities';
import { documentOf, placeOf, textOf } from './fromProtocol';
import { field } from './settings';
import type { Guard } from './guard';
import {
  toCorpusSymbols,
  toDocumentLinks,
  toDocumentSymbols,
  toFoldingRanges,
  toHighlights,
  toHover,
  toLinks,
  toLocations,
  toSymbolInformation,
  type Ground,
} from './toProtocol';

/** So many results are sent at once to clients that take them in parts. */
const PART = 1000;

const NO_LINES = LineTable.of('');

/** Connects every question of the protocol with the one of the service that answers it. */
export function answerLanguageRequests(
  connection: Connection,
  service: TranscriptService,
  guard: Guard,
  abilities: () => Abilities,
  ground: Ground,
): void {
  const lines = (uri: string): LineTable => ground.lines(uri) ?? NO_LINES;

  connection.onDocumentSymbol(
    guard('outline', null, (params) => {
      const uri = documentOf(params);
      const entries = service.outline(uri);
      return abilities().hierarchicalOutline
        ? toDocumentSymbols(entries, lines(uri))
        : toSymbolInformation(entries, ground.spelling(uri), lines(uri));
    }),
  );
  connection.onHover(
    guard('hover', null, (params) => {
      const uri = documentOf(params);
      return toHover(service.hover(uri, placeOf(params)), lines(uri), abilities().markdown);
    }),
  );
  connection.onDefinition(
    guard('definition', null, (params) => {
      const uri = documentOf(params);
      const answer = service.definition(uri, placeOf(params));
      if (!answer || answer.targets.length === 0) return null;
      return abilities().definitionLinks ? toLinks(answer, lines(uri), ground) : toLocations(answer.targets, ground);
    }),
  );
  connection.onReferences((params, token, _progress, partly) =>
    guard<typeof params, Location[] | null>('references', null, () => {
      const declarations = field(field(params, 'context'), 'includeDeclaration') !== false;
      const targets = service.references(documentOf(params), placeOf(params), declarations);
      if (!partly) return toLocations(targets, ground);
      for (let from = 0; from < targets.length; from += PART) partly.report(toLocations(targets.slice(from, from + PART), ground));
      return [];
    })(params, token),
  );
  connection.onDocumentHighlight(
    guard('highlights', null, (params) => {
      const uri = documentOf(params);
      return toHighlights(service.highlights(uri, placeOf(params)), lines(uri));
    }),
  );
  connection.onWorkspaceSymbol(
    guard(
      'symbols',
      null,
      (params) => toCorpusSymbols(service.symbols(textOf(params, 'query')), ground),
      (params, cancelled) => service.readFirst(textOf(params, 'query'), cancelled),
    ),
  );
  connection.onFoldingRanges(guard('folds', null, (params) => toFoldingRanges(service.folds(documentOf(params)))));
  connection.onDocumentLinks(
    guard('links', null, (params) => {
      const uri = documentOf(params);
      return toDocumentLinks(service.links(uri), lines(uri));
    }),
  );
}
