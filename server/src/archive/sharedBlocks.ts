/** In bytes. */
const BLOCK = 1 << 20;

/**
 * Bytes side by side, which all threads see: thousands of small buffers that pass from one thread to another would take
 * twice their room, and leave it in pieces.
 */
export class SharedBlocks {
  private bytes = new Uint8Array(new SharedArrayBuffer(0));
  private used = 0;

  /** A copy that begins at a multiple of four, as long as all of them are one. */
  copy(bytes: Uint8Array): Uint8Array {
    if (this.used + bytes.length > this.bytes.length) {
      this.bytes = new Uint8Array(new SharedArrayBuffer(Math.max(BLOCK, bytes.length)));
      this.used = 0;
    }
    const copy = this.bytes.subarray(this.used, this.used + bytes.length);
    copy.set(bytes);
    this.used += bytes.length;
    return copy;
  }
}
