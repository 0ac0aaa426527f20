import { readdirSync, readFileSync } from 'node:fs';
import { assert } from 'chai';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';
import { ledgerOf } from '../../server/src/workspace/ledger.js';
import { digestOf } from '../../server/src/workspace/logDigest.js';
import { projectOf } from '../../server/src/workspace/project.js';
import { registerOf } from '../../server/src/workspace/register.js';
import { logOf } from '../helpers/logs.js';

const folder = 'examples/tool-library';
const names = readdirSync(folder);
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const project = {
  ...projectOf(read('meetlog.json')).project,
  path: 'meetlog.json',
  names: ({ log }: { readonly log: string }, name: string) => log === name,
};
const logs = names.filter((name) => name.endsWith('.log.txt')).map((name) => logOf(read(name), name));
const ledgerLogs = logs.map((log) => ({ digest: digestOf(log, log.fileName), project }));

describe('the folder of example meetings', () => {
  it('is copied whole by the extension, which cannot list it in a browser', () => {
    const code = readFileSync('client/src/exampleFolder.ts', 'utf8');
    assert.sameMembers(
      names,
      [...code.matchAll(/^ {2}'(.+)',$/gm)].map(([, name]) => name),
    );
  });

  it('has three meetings of one channel, two weeks apart', () => {
    const meetings = logs.flatMap((log) => log.meetings.map((meeting) => minutesOf(log, meeting)));
    assert.deepEqual(
      meetings.map(({ title, date }) => `${date} ${title}`),
      [
        '2031-03-05 #tool-library: Tool library, early March',
        '2031-03-19 #tool-library: Tool library, late March',
        '2031-04-02 #tool-library: Tool library, April',
      ],
    );
  });

  it('shows what a bot ignores, in each of them', () => {
    assert.deepEqual(
      logs.map((log) => problems(log).map(({ code }) => code)),
      [['not-chair', 'invalid-link', 'unassigned-action'], ['unassigned-action', 'not-chair'], ['unknown-command']],
    );
  });

  it('is of one people: everyone who speaks is in the project file', () => {
    const { people } = JSON.parse(read('meetlog.json'));
    const nicks = people.flatMap((person: { nicks: readonly string[] }) => person.nicks);
    const speakers = logs.flatMap((log) => log.meetings.flatMap((meeting) => minutesOf(log, meeting).people));
    for (const { nick } of speakers) assert.include([...nicks, 'minutebot'], nick);
  });

  it('has a project file without faults, which names only logs that are in it', () => {
    assert.isEmpty(projectOf(read('meetlog.json')).faults);
    const { actions, ignore } = JSON.parse(read('meetlog.json'));
    for (const { log, text } of [...actions, ...ignore]) assert.include(read(log), text);
  });

  it('shows action items that come again, and everything that closes one', () => {
    const { actions } = ledgerOf(ledgerLogs);
    assert.sameMembers(
      actions.map(({ state, text, carried, closed }) => [state, text, carried, closed?.by ?? ''].join(' | ')),
      [
        'open | cid_ orders the twelve new ladders | 2 | ',
        'done | tessa and bo paint a sign with the new hours | 0 | #done',
        'done | jun writes the deposit into the lending form, see #14 | 0 | done:',
        'done | Percy to collect the old workbench from the school | 1 | done:',
        'open | Tessa to write to the repair café about the joint evening, see #15 | 1 | ',
        'done | jun prints labels that say so by 2 April | 0 | meetlog.json',
        'open | jun changes the deposit in the lending form, see #14 | 0 | ',
        'open | tessa invites the neighbours to the spring party | 0 | ',
      ],
    );
  });

  it('has decisions, votes among them, and one that a later meeting takes back', () => {
    const decisions = registerOf(ledgerLogs);
    assert.sameMembers(
      decisions.map(({ kind }) => kind),
      ['VOTE', 'VOTE', 'VOTE', 'REJECTED', 'AGREED', 'AGREED', 'AGREED', 'AGREED', 'AGREED'],
    );
    const superseded = decisions.filter(({ supersededBy }) => supersededBy);
    assert.deepEqual(
      superseded.map(({ text, date, supersededBy }) => [text, date, supersededBy?.date]),
      [['Ladders are lent for two weeks', '2031-03-05', '2031-04-02']],
    );
  });
});
