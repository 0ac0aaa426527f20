import { readdirSync, readFileSync } from 'node:fs';
import { assert } from 'chai';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';
import { logOf } from '../helpers/logs.js';

const folder = 'examples/tool-library';
const names = readdirSync(folder);
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const logs = names.filter((name) => name.endsWith('.log.txt')).map((name) => logOf(read(name), name));

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

  it('names in its project file only logs that are in it', () => {
    const { actions, ignore } = JSON.parse(read('meetlog.json'));
    for (const { log, text } of [...actions, ...ignore]) assert.include(read(log), text);
  });
});
