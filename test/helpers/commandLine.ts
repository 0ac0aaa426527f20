import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { assert } from 'chai';

/** The built program. */
export const cli = resolve('dist/cli.js');

/** A test's folder, in which the command line runs. */
export class Desk {
  folder: string;

  constructor(folder = newFolder()) {
    this.folder = folder;
  }

  /** A desk with these files for each test of the current suite. */
  static forEach(files: Readonly<Record<string, string>> = {}): Desk {
    const desk = new Desk('');
    beforeEach(() => {
      desk.folder = newFolder();
      desk.write(files);
    });
    afterEach(() => desk.remove());
    return desk;
  }

  /** Writes files, and creates their folders. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(this.path(name)), { recursive: true });
      writeFileSync(this.path(name), text);
    }
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** All files by path, with their texts; for a symbolic link, its target. */
  files(): Record<string, string> {
    const entries = readdirSync(this.folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
    return Object.fromEntries(
      entries.flatMap((entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(this.folder.length + 1).replaceAll('\\', '/');
        if (entry.isSymbolicLink()) return [[name, `-> ${readlinkSync(path)}`]];
        return entry.isFile() ? [[name, readFileSync(path, 'utf8')]] : [];
      }),
    );
  }

  /** Runs it; the words of the command are separated by spaces. */
  run(command: string): { status: number | null; stdout: string; stderr: string } {
    const args = [cli, ...command.split(' ')];
    return spawnSync(process.execPath, args, {
      cwd: this.folder,
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 2 ** 28,
    });
  }

  /** Runs a shell line, in which `meetlog` is the command line. */
  shell(line: string): { status: number | null; stdout: string; stderr: string } {
    const script = `meetlog() { "${process.execPath}" "${cli}" "$@"; }; set -o pipefail; ${line}`;
    return spawnSync('bash', ['-c', script], { cwd: this.folder, encoding: 'utf8', timeout: 60_000 });
  }

  /** Runs it and checks the exit code and the messages. */
  check(command: string, code: number, ...messages: readonly string[]): string {
    const { status, stdout, stderr } = this.run(command);
    for (const message of messages) assert.include(stderr, message);
    assert.equal(status, code, stdout + stderr);
    return stdout;
  }

  /** Runs it and checks that it changes no file at all. */
  checkRefused(command: string, ...messages: readonly string[]): void {
    const before = this.files();
    this.check(command, 2, ...messages);
    assert.deepEqual(this.files(), before);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A new empty folder for a test. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'meetlog-desk-'));
}
