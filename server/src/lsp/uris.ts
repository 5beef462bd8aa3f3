import { URI } from 'vscode-uri';

/**
 * One spelling for every file. Clients escape `file:` URIs differently (`%3A` or `:`, `%28` or `(`), and a document must
 * be the same one whether an editor opened it or the folder listed it. Other schemes are left as they are. Total.
 */
export function canonicalUri(uri: string): string {
  if (PLAIN.test(uri) || !/^file:/i.test(uri)) return uri;
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** Nothing in it could be written otherwise. */
const PLAIN = /^file:\/\/\/[a-z0-9/._~-]*$/i;

/** The path of `uri` below `folder` with its escapes undone, or undefined when it lies elsewhere. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  if (!uri.startsWith(start)) return undefined;
  try {
    return decodeURIComponent(uri.slice(start.length));
  } catch {
    return uri.slice(start.length);
  }
}
