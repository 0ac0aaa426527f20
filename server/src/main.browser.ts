import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server.js';

// A web worker's messages are the transport.
startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));
