import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server.js';
import { workerRunner } from './templates/workerRenderer.js';

// A web worker's messages are the transport.
startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), workerRunner());
