import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { logOf } from '../../helpers/logs.js';
import { findingsOf, verified } from '../../helpers/verified.js';

type Path = readonly (string | number)[];

const fixtures = ['repair-cafe', 'garden-guild'].map((name) => {
  const log = logOf(readFileSync(`test/fixtures/${name}.log`, 'utf8'), `${name}.log`);
  const text = writerNamed('json')?.write(minutesOf(log, log.meetings[0] ?? assert.fail()), {}) ?? '';
  return { name, log, text };
});

/** What is no statement, is only one by something else here, or is checked no more closely in other formats. */
const unchecked =
  /^(?:generator|name|zone|bot|duration|(?:start|end)\.line|log\..*|.*\.anchor|.*\.link\.(?:prefix|suffix)|scribe\.display\..*|entries\.\*\.(?:line|seconds)|scribe\.discussion\.\*\.(?:line|time|nick|kind))$/;

/** Lists whose elements may be left out, or are somewhere else as well. */
const mayLack = /^(?:entries|people|chairs)$/;

describe('minutes in JSON', () => {
  for (const { name, log, text } of fixtures) {
    it(`are wrong if any value is another: ${name}`, async () => {
      const missed: string[] = [];
      let made = 0;
      for (const path of leavesOf(JSON.parse(text))) {
        const changed = changedAt(text, path);
        if (changed === undefined || unchecked.test(shown(path))) continue;
        made++;
        if ((await verified(changed, log)).findings.length === 0) missed.push(shown(path));
      }
      assert.isAtLeast(made, 150);
      assert.deepEqual(missed, []);
    });
    it(`are wrong if an element of a list is missing: ${name}`, async () => {
      const missed: string[] = [];
      for (const path of elementsOf(JSON.parse(text))) {
        if (mayLack.test(shown(path.slice(0, -1)))) continue;
        const without = JSON.parse(text);
        at(without, path.slice(0, -1)).splice(path.at(-1) as number, 1);
        const { findings } = await verified(JSON.stringify(without), log);
        if (findings.length === 0) missed.push(shown(path));
      }
      assert.deepEqual(missed, []);
    });
  }
  it('show where they are wrong', async () => {
    const [{ log, text } = assert.fail()] = fixtures;
    const changed = text.replace('jörn to write to the <shop>', 'pim to write to the <shop>');
    assert.deepEqual(findingsOf(changed, await verified(changed, log)).slice(0, 1), ['wrong-person “pim” 20']);
    const escaped = text.replace('Soldering irons \\"old\\"', 'Soldering irons \\"new\\"');
    const { findings } = await verified(escaped, log);
    assert.include(escaped.split('\n')[findings[0]?.place.line ?? 0], 'Soldering irons');
  });
});

function shown(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
}

// biome-ignore lint/suspicious/noExplicitAny: any JSON.
function at(value: any, path: Path): any {
  return path.reduce((one, part) => one[part], value);
}

function* leavesOf(value: unknown, path: Path = []): Generator<Path> {
  if (value === null || typeof value !== 'object') yield path;
  else for (const [key, one] of entriesOf(value)) yield* leavesOf(one, [...path, key]);
}

function* elementsOf(value: unknown, path: Path = []): Generator<Path> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, one] of entriesOf(value)) {
    if (Array.isArray(value)) yield [...path, key];
    yield* elementsOf(one, [...path, key]);
  }
}

function entriesOf(value: object): (readonly [string | number, unknown])[] {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value);
}

/** The text with another value at a path; undefined if there is no other. */
function changedAt(text: string, path: Path): string | undefined {
  const copy = JSON.parse(text);
  const parent = at(copy, path.slice(0, -1));
  const key = path.at(-1) as string;
  const value: unknown = parent[key];
  // Bots take any first word of a link for its address.
  if (key === 'url' && !String(value).includes('://')) return undefined;
  const other = typeof value === 'string' ? otherText(value) : typeof value === 'number' ? value + 3 : undefined;
  if (other === undefined || other === value) return undefined;
  parent[key] = other;
  return JSON.stringify(copy);
}

function otherText(text: string): string {
  if (/^\d\d:\d\d:\d\d$|^\d{4}-\d\d-\d\d$/.test(text))
    return text.replace(/\d\d$/, (digits) => String((Number(digits) + 7) % 28).padStart(2, '0'));
  return text.replace(/[\p{L}\d]+(?=[^\p{L}\d]*$)/u, 'zorblat');
}
