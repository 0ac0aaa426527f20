export { IPCMessageReader, IPCMessageWriter, LanguageClient } from 'vscode-languageclient/node';
