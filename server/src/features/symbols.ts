import fuzzysort from 'fuzzysort';
import type { Summary } from '../analysis/summary';
import { mayName } from '../analysis/packed';
import { trigramsOf } from '../analysis/trigrams';
import { newestFirst } from '../corpus/newestFirst';
import type { Snapshot } from '../corpus/snapshot';
import type { CorpusSymbol } from './answers';
import { declaration } from './definition';
import { documentName, fileName, nameInWords, roleInWords } from './inWords';

/** A symbol whose place is looked up only when it is shown. */
interface Found extends Omit<CorpusSymbol, 'target'> {
  readonly place: () => CorpusSymbol['target'] | undefined;
}

/** People, acronyms and sections of all documents whose name or expansion holds the query; where none does, those whose letters do. The newest documents first. */
export function symbols(snapshot: Snapshot, query: string, limit: number): readonly CorpusSymbol[] {
  const wanted = query.trim().toLowerCase();
  const all: Found[] = [];
  // By rank: the name begins with the query, holds it, or what explains the name does.
  const holding: readonly Found[][] = [[], [], []];
  const trigrams = trigramsOf(wanted);
  const candidates = Array.from(snapshot.documents.values()).filter(
    (document) => mayName(document, trigrams) || fileName(document).toLowerCase().includes(wanted),
  );
  for (const document of newestFirst(candidates)) {
    for (const symbol of symbolsOf(document)) {
      if (wanted === '') all.push(symbol);
      else {
        const at = symbol.name.toLowerCase().indexOf(wanted);
        const rank = at === 0 ? 0 : at > 0 ? 1 : symbol.container.toLowerCase().includes(wanted) ? 2 : -1;
        holding[rank]?.push(symbol);
      }
    }
    if (all.length >= limit) break;
  }
  const found = wanted === '' ? all : holding.flat();
  if (found.length > 0 || wanted === '') return shown(found, limit);
  const near = newestFirst(snapshot.documents.values()).flatMap(symbolsOf);
  return shown(
    fuzzysort.go(wanted, near, { key: 'name', limit, threshold: 0.5 }).map((result) => result.obj),
    limit,
  );
}

function shown(found: readonly Found[], limit: number): readonly CorpusSymbol[] {
  const result: CorpusSymbol[] = [];
  for (const { kind, name, container, place } of found) {
    if (result.length === limit) break;
    const target = place();
    if (target) result.push({ kind, name, container, target });
  }
  return result;
}

function symbolsOf(document: Summary): readonly Found[] {
  const people = document.people.map((fact): Found => {
    const role = fact.roles[0];
    return {
      kind: 'person',
      name: nameInWords(fact),
      container: (role && roleInWords(role)) || documentName(document),
      place: () => declaration(document, fact.key),
    };
  });
  const seen = new Set<string>();
  const acronyms = document.definitions.flatMap((definition): readonly Found[] => {
    const once = `${definition.short} ${definition.long}`;
    if (seen.has(once)) return [];
    seen.add(once);
    const place = (): CorpusSymbol['target'] => ({ uri: document.uri, span: definition.shortSpan });
    return [{ kind: 'acronym', name: definition.short, container: definition.long, place }];
  });
  const sections = document.sections.map(({ title, heading }): Found => ({
    kind: 'section',
    name: title,
    container: documentName(document),
    place: () => ({ uri: document.uri, span: heading }),
  }));
  return [...people, ...acronyms, ...sections];
}
