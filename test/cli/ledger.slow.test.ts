import { assert } from 'chai';
import { Desk } from '../helpers/commandLine.js';
import { logText } from '../helpers/ledgers.js';

const first = logText(['bob hi', 'ann #action bob oils the rusty saw', 'ann #agreed green']);
const second = logText(['bob hi', 'ann #action bob: oil the rusty saw', 'ann #rejected green']);

describe('commands about many meetings', () => {
  const desk = Desk.forEach({
    'logs/club.2031-03-14.log': first,
    'logs/sub/club.2031-03-21.log': second,
    'logs/notes.txt': 'notes\n',
    'talk.log': '10:00 <ann> hi\n',
  });
  const json = (args: string, said = '') => JSON.parse(desk.check(`${args} -f json`, 0, said));

  it('read all logs in folders', () => {
    const [action] = json('actions logs');
    assert.deepEqual(action.since, { log: 'logs/club.2031-03-14.log', date: '2031-03-14', line: 3 });
    assert.deepEqual(action.last, { log: 'logs/sub/club.2031-03-21.log', date: '2031-03-21', line: 3 });
    assert.equal(action.carried, 1);
    assert.deepEqual(
      json('decisions logs').map(({ kind, text }: { kind: string; text: string }) => `${kind} ${text}`),
      ['REJECTED green', 'AGREED green'],
    );
    assert.equal(json('people logs').meetings, 2);
    assert.equal(json('agenda logs').actions.length, 1);
  });
  it('have options for a person, a date and words', () => {
    assert.lengthOf(json('actions logs --person BOB_'), 1);
    assert.lengthOf(json('actions logs --person cid'), 0);
    assert.lengthOf(json('actions logs --since 2031-03-21'), 1);
    assert.lengthOf(json('actions logs --since 2031-03-22'), 0);
    assert.lengthOf(json('decisions logs --search rejected'), 1);
    assert.equal(json('people logs --since 2031-03-21').meetings, 1);
    assert.lengthOf(json('people logs --person bob').people, 1);
    assert.lengthOf(json('agenda logs --person cid').actions, 0);
    desk.check('actions logs --since yesterday', 2, 'It must be a date, such as 2031-03-14.');
    desk.check('actions logs --since 2031-02-30', 2, 'It must be a date, such as 2031-03-14.');
  });
  it('use the nearest project file, and report what is wrong with it', () => {
    desk.write({
      'logs/meetlog.json':
        '{ "people": [{ "name": "Bob Reed", "nicks": ["bob"] }],\n  "actions": [{ "log": "club.2031-03-14.log", "text": "Bob oils the rusty saw", "state": "done" }, 3] }',
    });
    const faults = 'logs/meetlog.json:2:';
    assert.equal(desk.check('actions logs', 0, faults), 'No open action items.\n');
    const [action] = json('actions logs --all', faults);
    assert.deepEqual(action.closed, { by: 'meetlog.json', log: 'logs/meetlog.json', line: null });
    assert.include(desk.check('actions logs --all', 0, faults), 'Bob Reed\n');
    desk.write({ 'logs/sub/meetlog.json': '{}' });
    assert.equal(json('actions logs/sub')[0].state, 'open');
  });
  it('say what a log leaves open, such as a date that could be two days', () => {
    desk.write({ 'open.log': first.replaceAll(/^10:(..):00 <(\w+)>/gm, '[03/04/2031 10:$1:00] <$2>') });
    desk.check('actions open.log', 0, 'open.log: ');
  });
  it('report logs without a meeting, and folders without logs', () => {
    desk.check('actions talk.log', 1, 'talk.log: This log has no #startmeeting.');
    desk.check('people none.log', 2, 'none.log cannot be read: no such file');
    desk.write({ 'empty/notes.txt': 'notes\n' });
    desk.check('decisions empty', 1, 'there are no logs of meetings in empty.');
  });
  it('have formats for people, tickets and spreadsheets', () => {
    assert.include(desk.check('actions logs', 0), 'bob\n  bob: oil the rusty saw  since 2031-03-14');
    assert.include(desk.check('actions logs -f markdown', 0), '- [ ] bob: oil the rusty saw');
    assert.include(desk.check('actions logs -f csv', 0), 'bob,bob: oil the rusty saw,open,2031-03-14,1,7,1,');
    assert.include(desk.check('agenda logs', 0), '#topic Action items from last meeting\n#info bob: oil');
    assert.include(desk.check('agenda logs -f csv', 0), 'bob,bob: oil the rusty saw,open');
    assert.include(desk.check('decisions logs', 0), '  AGREED: green');
    assert.include(desk.check('people logs', 0), 'at 2 of 2');
    desk.check('people logs -f yaml', 2, 'text, markdown, json, csv');
  });
});
