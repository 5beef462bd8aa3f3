/**
 * What reads transcripts and answers about them, apart from how an editor is talked to. An editor is greeted before this is
 * loaded, since loading it takes as long as all else that the greeting needs.
 */
export { packedSummary, recognise } from '../analyse';
export { createTranscriptService } from '../service';
export { matchesAny } from './globs';
