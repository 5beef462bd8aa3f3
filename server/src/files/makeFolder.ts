import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and, where they are missing, the two above it. Throws when it cannot. One by one, since Node never comes
 * back from making a whole path below a folder that takes none, such as /proc.
 */
export function makeFolder(folder: string): void {
  const above = path.dirname(folder);
  for (const each of [path.dirname(above), above, folder])
    try {
      mkdirSync(each);
    } catch (error) {
      // It is there, or another process has just made it.
      if (!existsSync(each)) throw error;
    }
}
