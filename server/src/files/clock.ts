/**
 * Milliseconds since some time, which only grow, as the time of day does not. Unlike `performance`, whose first use takes a
 * millisecond or two, it is there at the start.
 */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
