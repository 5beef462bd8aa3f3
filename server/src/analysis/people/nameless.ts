import { namesOffice } from '../../syntax/offices';
import { NOT_NAMES, ROLE_NOUNS, TITLES } from '../../syntax/vocabulary';
import { personKey } from './personKey';

/** Whether a label or an entry names an office or a voice and nobody in particular: "The Chairman", "Speaker 2", "A Member", "Q". */
export function isNameless(name: string): boolean {
  const key = personKey(name);
  if (namesOffice(name)) return true;
  const words = key.split(' ');
  return (
    /\d/.test(key) ||
    key.length < 2 ||
    ROLE_NOUNS.has((words[0] ?? '').replace(/s$/, '')) ||
    words.some((word) => NOT_NAMES.has(word) && word !== 'of')
  );
}

/**
 * Whether equal keys of two documents are one person. A full name is; a surname, a given name or an office alone is
 * somebody in each document (with a title too: "ms able"), and nobody knows that it is the same somebody.
 */
export function joinsDocuments(key: string): boolean {
  const space = key.indexOf(' ');
  return space > 0 && !TITLES.has(key.slice(0, space)) && !isNameless(key);
}
