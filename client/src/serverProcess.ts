import { type ChildProcess, fork } from 'node:child_process';

/**
 * Starts the server's bundle as a process that communicates over Node's IPC channel. It ends with this process. A debugger can
 * attach at the port in the environment variable MEETLOG_INSPECT, as in `.vscode/launch.json`.
 */
export function startServerProcess(module: string): ChildProcess {
  // In desktop VS Code, this process runs Electron.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
  const port = process.env.MEETLOG_INSPECT;
  const execArgv = port ? [`--inspect=127.0.0.1:${port}`] : [];
  const server = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], { env, execArgv, silent: true });
  // Without a listener, an error would end this process. The connection reports errors too.
  server.on('error', () => undefined);
  return server;
}
