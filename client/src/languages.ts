/** The language of transcripts. */
export const TRANSCRIPT = 'transcript';

/** Languages that a transcript may be taken for before it is recognised, and that papers and letters keep. */
export const PLAIN_LANGUAGES: readonly string[] = ['plaintext', 'markdown', 'restructuredtext'];
