import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import * as core from './core';
import { startServer } from './server';

/** Set by the build to the version in package.json. */
declare const VERBATIM_VERSION: string | undefined;

/** The worker that this runs in: what is left of its type when neither Node's nor a page's names are wanted. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
// There is no file system here: the client reads the folders.
const begin = startServer(connection, {
  version: typeof VERBATIM_VERSION === 'string' ? VERBATIM_VERSION : 'development',
  core: () => core,
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});
begin();
