/** What a command needs of the process, so that tests can stand in for it. */
export interface Io {
  /** Bytes of a file; fails as Node's `readFile` does. */
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  /** Resolves when more may be written. */
  out(text: string): Promise<void>;
  err(text: string): void;
}
