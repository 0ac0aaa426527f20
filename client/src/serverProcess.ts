import { type ChildProcess, fork } from 'node:child_process';

/** Starts the server's bundle as a process that talks over Node's IPC channel. It ends when this process ends. */
export function startServerProcess(module: string): ChildProcess {
  // In the desktop VS Code, the program of this process is Electron.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
  const server = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], { env, execArgv: [], silent: true });
  // Whoever talks to it learns of errors as well; without anybody, an error would end this process.
  server.on('error', () => undefined);
  return server;
}
