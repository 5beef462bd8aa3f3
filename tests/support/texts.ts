import { packedSummary } from '../../server/src/analyse';

/** A service reads packed summaries; tests have texts. */
export const ofTexts =
  (read: (uri: string) => Promise<string | undefined>) =>
  async (uri: string): Promise<Uint8Array | undefined> => {
    const text = await read(uri);
    return text === undefined ? undefined : packedSummary(uri, text, 'automatic');
  };
