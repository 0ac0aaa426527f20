import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Fix } from '../../server/src/features/actions/fix.js';
import { fixesOf } from '../../server/src/features/actions/fixes.js';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { type Problem, type ProblemCode, problemCodes } from '../../server/src/meeting/problems/problemTable.js';
import { applied, countsOf, newIn } from '../helpers/applied.js';
import { logOf } from '../helpers/logs.js';

/** A folder of real logs and of hard cases, which are not part of the project. */
const real = process.env.MEETLOG_LOGS ?? '';

/** Logs with problems: the examples of the page, and those of the project. */
const logs = new Map<string, string>([
  ...[...readFileSync('docs/problems.md', 'utf8').matchAll(/^## (\S+)\n\n```\n(.*?)^```/gms)].map(
    ([, name = '', text = '']) => [`the example of ${name}`, text] as const,
  ),
  ...['examples', ...['cases', 'layouts-today', 'corpus'].map((one) => join(real, one))].flatMap(logsIn),
]);

function logsIn(folder: string): [string, string][] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => /log$/.test(name));
  return files.filter((file) => file.isFile()).map(({ name }) => [name, readFileSync(`${folder}/${name}`, 'utf8')]);
}

/** What a command that counts again may itself show: whom it names, who may give it, and what follows or continues it. */
const shownByCommand: readonly ProblemCode[] = ['unassigned-action', 'not-chair', 'outside-meeting', 'unread-line'];

/** The kinds of problems that may appear with a fix: a command that did nothing is judged only now. */
const mayShow: Partial<Record<ProblemCode, readonly ProblemCode[]>> = {
  'unknown-command': [...shownByCommand, 'unknown-scribe'],
  'misplaced-command': shownByCommand,
  'unrecognized-command': shownByCommand,
  'not-chair': ['outside-meeting', 'unread-line'],
  'outside-meeting': ['unassigned-action', 'missing-argument', 'invalid-link'],
  // What a scribe or a correction writes is understood only now.
  'unknown-scribe': ['maybe-present', 'not-a-speaker', 'misplaced-dots'],
  'failed-correction': ['maybe-present'],
  // Upside down, nothing makes sense.
  'reversed-log': problemCodes,
};

/** The fixes that resolve nothing by themselves: they only put the cursor where something is to be typed. */
const isTyped = ({ needsSnippets }: Fix) => needsSnippets === true;

describe('the quick fixes of all problems', () => {
  const offered = new Set<ProblemCode>();
  for (const [name, text] of logs) {
    const log = logOf(text);
    const found = problems(log);
    if (found.length === 0) continue;
    it(`resolve what they are for, and bring no other problem: ${name}`, () => {
      for (const problem of found) for (const fix of fixesOf(log, problem)) holds(log, text, problem, fix);
    });
  }
  function holds(log: MeetingLog, text: string, { code, message }: Problem, fix: Fix) {
    offered.add(code);
    if (isTyped(fix)) return;
    const after = logOf(applied(text, fix.edits));
    // Of many lines, only the first is reported, with their number.
    const isOneOfMany = code === 'unread-line' && / and [\d,]+ more/.test(message);
    const least = (countsOf(log).get(code) ?? 0) + (isOneOfMany ? 1 : 0);
    assert.isBelow(countsOf(after).get(code) ?? 0, least, `${code}: ${fix.title}`);
    const fresh = newIn(after, log).filter((one) => !mayShow[code]?.includes(one));
    assert.deepEqual(fresh, [], `${code}: ${fix.title}`);
  }
  it('are there for every code but that of a log whose layout is to be chosen, and of one that is to be split', () => {
    assert.sameMembers(
      [...offered],
      problemCodes.filter((code) => code !== 'unread-log' && code !== 'two-meetings'),
    );
  });
});
