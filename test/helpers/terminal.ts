import { type SpawnSyncReturns, spawnSync } from 'node:child_process';

/** Whether commands can be run on a terminal here: that takes util-linux's `script`. */
export const hasTerminal = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

/** Runs a command of the shell on a terminal, which shows both of its outputs. Colours are as if no variable decided them. */
export function onTerminal(command: string, cwd: string): SpawnSyncReturns<string> {
  return spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, TERM: 'xterm', FORCE_COLOR: '', NO_COLOR: '' },
  });
}
