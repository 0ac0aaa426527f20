import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.js';
import { Lifecycle } from './lsp/transport/lifecycle.js';
import { workerRunner } from './templates/workerRenderer.js';
import { noFiles } from './workspace/workspaceFiles.js';

// The transport is the web worker's messages.
const writer = new BrowserMessageWriter(self);
const reader = new Lifecycle().guard(new BrowserMessageReader(self), writer);
startServer(createConnection(reader, writer), { runTemplate: workerRunner(), files: noFiles });
