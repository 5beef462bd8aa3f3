import { createTranscriptService, type TranscriptService } from '../service';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A service that knows one document and no folder. */
export function serviceFor(text: string): { readonly service: TranscriptService; readonly uri: string } {
  const uri = 'cli:document';
  const service = createTranscriptService({ files: { list: async () => [], read: async () => undefined }, log: SILENT });
  service.open(uri, text);
  return { service, uri };
}
