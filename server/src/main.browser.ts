import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.js';
import { Lifecycle } from './lsp/transport/lifecycle.js';
import { workerRunner } from './templates/workerRenderer.js';

// A web worker's messages are the transport.
const writer = new BrowserMessageWriter(self);
const reader = new Lifecycle().guard(new BrowserMessageReader(self), writer);
startServer(createConnection(reader, writer), workerRunner());
