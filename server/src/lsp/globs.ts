/**
 * Whether a path, relative and with `/`, matches one of the globs: `**` any folders, `*` and `?` within a name, `[ab]`,
 * `{a,b}`. As in the listing of folders, names that begin with a dot are only matched by a glob that writes the dot.
 */
export function matchesAny(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => compiled(glob).test(path));
}

const cache = new Map<string, RegExp>();

function compiled(glob: string): RegExp {
  let pattern = cache.get(glob);
  if (!pattern) {
    pattern = compile(glob);
    cache.set(glob, pattern);
  }
  return pattern;
}

function compile(glob: string): RegExp {
  let out = '';
  let braces = 0;
  let i = 0;
  const atName = (): boolean => i === 0 || glob[i - 1] === '/';
  while (i < glob.length) {
    const c = glob.charAt(i);
    if (glob.startsWith('**/', i) && atName()) {
      out += '(?:(?!\\.)[^/]+/)*';
      i += 3;
      continue;
    }
    if (glob.startsWith('**', i)) {
      out += '.*';
      i += 2;
      continue;
    }
    if (c === '*') out += atName() ? '(?!\\.)[^/]*' : '[^/]*';
    else if (c === '?') out += '[^/]';
    else if (c === '{' && glob.includes('}', i)) {
      out += '(?:';
      braces++;
    } else if (c === '}' && braces > 0) {
      out += ')';
      braces--;
    } else if (c === ',' && braces > 0) out += '|';
    else if (c === '[' && glob.indexOf(']', i + 2) > 0) {
      const end = glob.indexOf(']', i + 2);
      out += `[${glob
        .slice(i + 1, end)
        .replace(/^!/, '^')
        .replace(/[\\\]]/g, '\\$&')}]`;
      i = end;
    } else out += c.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
    i++;
  }
  try {
    return new RegExp(`^${out}${')'.repeat(braces)}$`, 'u');
  } catch {
    // A glob that cannot be read matches nothing.
    return /$^/;
  }
}
