import fuzzysort from 'fuzzysort';
import type { Summary } from '../analysis/summary';
import { byDate } from '../corpus/byDate';
import type { Snapshot } from '../corpus/snapshot';
import type { CorpusSymbol } from './answers';
import { declaration } from './definition';
import { documentName, nameInWords, roleInWords } from './inWords';

/** People, acronyms and sections of all documents whose name or expansion holds the query; where none does, those whose letters do. The newest documents first. */
export function symbols(snapshot: Snapshot, query: string, limit: number): readonly CorpusSymbol[] {
  const all = [...snapshot.documents.values()].sort(byDate).flatMap(symbolsOf);
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return all.slice(0, limit);
  const rank = ({ name, container }: CorpusSymbol): number => {
    const at = name.toLowerCase().indexOf(wanted);
    return at === 0 ? 0 : at > 0 ? 1 : container.toLowerCase().includes(wanted) ? 2 : -1;
  };
  const holding = all.map((symbol) => ({ symbol, rank: rank(symbol) })).filter((each) => each.rank >= 0);
  if (holding.length > 0)
    return holding
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map((each) => each.symbol);
  return fuzzysort.go(wanted, all, { key: 'name', limit, threshold: 0.5 }).map((result) => result.obj);
}

function symbolsOf(document: Summary): readonly CorpusSymbol[] {
  const people = document.people.flatMap((fact): readonly CorpusSymbol[] => {
    const target = declaration(document, fact.key);
    const role = fact.roles[0];
    return target
      ? [{ kind: 'person', name: nameInWords(fact), container: (role && roleInWords(role)) || documentName(document), target }]
      : [];
  });
  const seen = new Set<string>();
  const acronyms = document.definitions.flatMap((definition): readonly CorpusSymbol[] => {
    const once = `${definition.short} ${definition.long}`;
    if (seen.has(once)) return [];
    seen.add(once);
    return [
      { kind: 'acronym', name: definition.short, container: definition.long, target: { uri: document.uri, span: definition.shortSpan } },
    ];
  });
  const sections = document.sections.map((section): CorpusSymbol => ({
    kind: 'section',
    name: section.title,
    container: documentName(document),
    target: { uri: document.uri, span: section.heading },
  }));
  return [...people, ...acronyms, ...sections];
}
