import envPaths from 'env-paths';
import path from 'node:path';
import { loadBundle, type Bundle } from '../files/loadBundle';
import type * as main from './main.node';

// The program `dist/server.js`. The server itself lies beside it, in bundles that can be loaded as compiled before.
const code = process.env['VERBATIM_CACHE'] === 'off' ? undefined : path.join(envPaths('verbatim', { suffix: '' }).cache, 'code');
const load = (name: string): Bundle => loadBundle(path.join(import.meta.dirname, name), code);
const bundle = load('main.js');
(bundle.exports as typeof main).main(process.argv.slice(2), bundle, load);
