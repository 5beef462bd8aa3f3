import { describe, expect, it } from 'vitest';
import { packedSummary } from '../../server/src/analyse';
import { createTranscriptService, type TranscriptService } from '../../server/src/service';
import { LineTable } from '../../server/src/text/lineTable';
import { countWork } from '../support/countedWork';

const SIZES = [100, 1000, 5000, 10_000];

const KNOWN = Array.from({ length: 10 }, (_, at) =>
  packedSummary(
    '',
    `Ada Quill (Chair): The Local Weir Board (LWB) met on day ${at}.\n\nBo Tarn (Clerk): The LWB did, and Quay Trust ${at} (QT${at}) too.\n\nAda Quill (Chair): Good.\n`,
    'automatic',
  ),
);

const SPEECH =
  'Ada Quill (Chair): The board has asked the LWB again how long the gates will be left open this year.\n\nBo Tarn (Clerk): I have said so.\n\n';
const OPEN = SPEECH.repeat(60);
const URI = 'file:///archive/open.txt';

/** A service that knows so many documents, one of which is open. */
async function serviceOver(documents: number): Promise<TranscriptService> {
  const uris = Array.from({ length: documents }, (_, at) => `file:///archive/${at}.txt`);
  const service = createTranscriptService({
    files: {
      list: () => Promise.resolve(uris),
      read: (uri) => Promise.resolve(KNOWN[Number(/\d+/.exec(uri)?.[0]) % KNOWN.length]),
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  await service.index();
  service.open(URI, OPEN);
  expect(service.status().documents).toBe(documents + 1);
  return service;
}

/** What is typed, and taken back, so that it can be done again. */
const EDITS: Record<string, (service: TranscriptService) => void> = {
  'a word inside a speech': (service) => {
    const place = LineTable.of(OPEN).placeAt(OPEN.indexOf('gates', 5000));
    const after = { line: place.line, character: place.character + 5 };
    service.change(URI, () => OPEN, [{ start: place, end: place, text: 'weir ' }]);
    service.change(URI, () => OPEN, [{ start: place, end: after, text: '' }]);
  },
  'an acronym that others define': (service) => {
    service.change(URI, () => OPEN.replace('so.', 'QT3.'));
    service.change(URI, () => OPEN);
  },
  'the first use of an acronym that all others use': (service) => {
    service.change(URI, () => OPEN.replaceAll('LWB', 'board'));
    service.change(URI, () => OPEN);
  },
  'a new acronym, and what it means then': (service) => {
    service.change(URI, () => OPEN.replace('so.', 'ZZQ.'));
    const place = LineTable.of(OPEN).placeAt(OPEN.indexOf('so.'));
    expect(service.definition(URI, place)).toBeUndefined();
    service.change(URI, () => OPEN);
  },
  'a new speaker': (service) => {
    service.change(URI, () => OPEN.replace('Bo Tarn', 'Cy Elm'));
    service.change(URI, () => OPEN);
  },
};

describe('an edit costs the same', () => {
  it.each(Object.entries(EDITS))('however many documents there are: %s', async (_, edit) => {
    const work: number[] = [];
    for (const size of SIZES) {
      const service = await serviceOver(size);
      work.push(countWork(() => edit(service)));
    }
    expect(work[0]).toBeGreaterThan(100);
    for (const each of work) expect(each).toBeLessThan((work[0] ?? 0) * 1.05);
  });
});
