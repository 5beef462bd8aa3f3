import picomatch from 'picomatch';

const matchers = new Map<string, (path: string) => boolean>();

/**
 * Whether a path, relative and with `/`, matches one of the globs, as the listing of folders takes them: without regard
 * to case, and names that begin with a dot only by a glob that writes the dot. A glob that cannot be read matches nothing.
 */
export function matchesAny(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => matcherOf(glob)(path));
}

function matcherOf(glob: string): (path: string) => boolean {
  const known = matchers.get(glob);
  if (known) return known;
  let matcher: (path: string) => boolean;
  try {
    matcher = picomatch(glob, { nocase: true });
  } catch {
    matcher = () => false;
  }
  matchers.set(glob, matcher);
  return matcher;
}
