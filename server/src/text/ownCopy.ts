/**
 * A copy of a string that stands alone. Engines may keep a stretch of a text as a reference into it, so that a key of
 * twenty letters would hold a whole document in memory.
 */
export function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
