import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.js';
import { processRunner } from './templates/processRenderer.js';

// The transport is in the arguments: --node-ipc from VS Code, --stdio from any other editor.
startServer(createConnection(ProposedFeatures.all), processRunner());
