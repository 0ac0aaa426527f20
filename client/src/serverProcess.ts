import { type ChildProcess, fork } from 'node:child_process';

/**
 * Starts the server's bundle as a process that talks over Node's IPC channel. It ends when this process ends. A debugger can
 * attach to it at the port that the environment variable MEETLOG_INSPECT names, as `.vscode/launch.json` does.
 */
export function startServerProcess(module: string): ChildProcess {
  // In the desktop VS Code, the program of this process is Electron.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
  const port = process.env.MEETLOG_INSPECT;
  const execArgv = port ? [`--inspect=127.0.0.1:${port}`] : [];
  const server = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], { env, execArgv, silent: true });
  // Its connection reports errors as well; without a listener, an error would end this process.
  server.on('error', () => undefined);
  return server;
}
