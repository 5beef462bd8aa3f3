import type { Connection, DocumentDiagnosticReport } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from './languageserver';
import type { TranscriptService } from '../service';
import { documentOf } from './fromProtocol';
import type { Guard } from './guard';
import type { OpenDocuments } from './openDocuments';
import { toDiagnostics, type Ground } from './toProtocol';

/** Long enough that a person who types is not disturbed, short enough to feel immediate when they stop. */
const PAUSE_MS = 200;

/** Problems when the client asks for them. */
export function answerDiagnostics(connection: Connection, service: TranscriptService, guard: Guard, ground: Ground): void {
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    guard('problems', nothing, (params) => {
      const uri = documentOf(params);
      const lines = ground.lines(uri);
      return lines ? { kind: DocumentDiagnosticReportKind.Full, items: toDiagnostics(service.problems(uri), lines) } : nothing;
    }),
  );
}

/** Problems for clients that do not ask: sent after a pause in typing, and taken back when the document is closed. */
export function publishDiagnostics(connection: Connection, service: TranscriptService, documents: OpenDocuments, ground: Ground): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  documents.onChange((uri) => {
    clearTimeout(timers.get(uri));
    const publish = (): void => {
      timers.delete(uri);
      if (!documents.isOpen(uri)) return;
      documents.flush();
      const lines = ground.lines(uri);
      void connection.sendDiagnostics({
        uri: documents.spelling(uri),
        diagnostics: lines ? toDiagnostics(service.problems(uri), lines) : [],
      });
    };
    timers.set(uri, setTimeout(publish, PAUSE_MS));
  });
  documents.onClose((uri, spelling) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    void connection.sendDiagnostics({ uri: spelling, diagnostics: [] });
  });
}
