import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';

/** A folder with small logs and what scribe.perl makes of them, `scribe`, and real logs, `corpus`. Not part of the project. */
const folder = process.env.MEETLOG_LOGS ?? '';
const scribe = join(folder, 'scribe');

/** An item of the minutes; a line that an edit inserted is not in the log. */
interface Item {
  readonly line: number;
  readonly inserted?: unknown;
  readonly nick?: string;
  readonly scribe?: string;
  readonly by?: string;
}

interface Facts {
  /** The 1-based line of each record, and what became of it. */
  readonly lines: readonly (readonly [line: number, rule: string])[];
  readonly body: readonly Item[];
}

interface Run {
  readonly name: string;
  readonly input: string;
  readonly expected?: Facts;
}

/** In these, scribe.perl gives up at a line that is in no layout of its own. */
const givenUp: ReadonlySet<string> = new Set(['action-line-breaks-format', 'error-02']);

(existsSync(scribe) ? describe : describe.skip)('a log of the W3C', () => {
  for (const set of ['own', 'tests'])
    it(`has the same records as in scribe.perl: ${set}`, () => {
      for (const file of readdirSync(join(scribe, set))) {
        const { name, runs } = JSON.parse(readFileSync(join(scribe, set, file), 'utf8'));
        for (const run of runs as readonly Run[]) if (!givenUp.has(name)) check({ ...run, name });
      }
    });

  it('has the same records as in scribe.perl: random logs', () => {
    for (const line of readFileSync(join(scribe, 'random.jsonl'), 'utf8').trim().split('\n')) check(JSON.parse(line));
  });

  for (const file of existsSync(scribe) ? readdirSync(join(scribe, 'golden')) : []) {
    const [name = '', end] = file.split('.facts');
    if (end === '.json')
      it(`has the same records as in scribe.perl: ${name}`, () => {
        const input = readFileSync(join(folder, 'corpus', `${name}.log`), 'utf8');
        check({ name, input, expected: JSON.parse(readFileSync(join(scribe, 'golden', file), 'utf8')) });
      });
  }
});

function check({ name, input, expected }: Run): void {
  if (!expected) return;
  const log = LogText.of(input, undefined, true);
  const lines = Array.from({ length: log.lineCount }, (_, line) => line);
  assert.deepEqual(
    lines.filter((line) => log.read(line).kind === 'message').map((line) => line + 1),
    expected.lines.map(([line]) => line),
    name,
  );
  for (const { line, inserted, nick, scribe: speaker, by = nick ?? speaker } of expected.body)
    if (inserted === undefined && by !== undefined) assert.equal(log.read(line - 1).nick, by, `${name}, line ${line}`);
}
