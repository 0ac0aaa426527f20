import { assert } from 'chai';
import { collectPeople } from '../../server/src/workspace/collectPeople.js';
import { peopleClues } from '../../server/src/workspace/peopleClues.js';
import type { Person } from '../../server/src/workspace/projectFile.js';
import { logOf, meeting } from '../helpers/logs.js';

const said = (...nicks: string[]) => nicks.map((nick) => `10:01 <${nick}> hi\n`).join('');
const changed = (from: string, to: string) => `10:01 *** ${from} is now known as ${to}\n`;

/** What is collected of logs with these lines, the people as `name: nicks`. */
function collected(logs: readonly string[], known: readonly Person[] = []) {
  const clues = logs.map((lines, index) => peopleClues(logOf(meeting(lines)), `${index}.log`));
  const { proposed, doubts } = collectPeople(clues, known);
  const people = proposed.map(({ person }) => `${person.name}: ${person.nicks.join(' ')}`);
  return { people, doubts, why: proposed.flatMap(({ why }) => why) };
}

describe('collecting people', () => {
  it('finds the full names that bots tell, that people give, and that lists have', () => {
    const told = '10:01 <wren> !hi\n10:01 <zod> wren: Wren Hill (wren) - she / her\n';
    assert.deepEqual(collected([told]).people, ['Wren Hill: wren']);
    const list = `${said('ann', 'bob', 'cid')}10:02 <cid> Present: Ann Lee (ann), Bob de Ray (bob), dan (cid), Eve Moe (eve)\n`;
    assert.deepEqual(collected([list]).people, ['Ann Lee: ann', 'Bob de Ray: bob']);
  });
  it('merges nicks that programs changed, and says why', () => {
    const { people, why } = collected([said('bob_', 'bob', 'Bob'), said('bob[m]')]);
    assert.deepEqual(people, ['bob: bob bob_ bob[m]']);
    assert.include(why, 'bob, bob_, bob[m] differ only in what programs add to nicks.');
    assert.include(why, 'No full name of bob was found.');
  });
  it('merges nicks between which someone changed', () => {
    const { people, why } = collected([said('bob') + changed('bob', 'rob') + said('rob'), said('rob')]);
    assert.deepEqual(people, ['bob: bob rob']);
    assert.include(why, 'bob is now known as rob: 0.log, line 3.');
  });
  it('does not merge people who talk at the same time, not even through a third nick', () => {
    const change = said('bob') + changed('bob', 'rob') + said('rob');
    const both = collected([change, said('bob', 'rob')]);
    assert.isEmpty(both.people);
    assert.deepEqual(both.doubts, ['bob and rob are not merged: 1.log has both without a change of nick.']);
    const other = said('rob') + changed('rob', 'tea') + said('tea');
    const third = collected([change, other, said('bob', 'tea')]);
    assert.deepEqual(third.people, ['bob: bob rob']);
    assert.lengthOf(third.doubts, 1);
  });
  it('merges a nick, a relayed nick and the Matrix ID of one server', () => {
    assert.deepEqual(collected([said('bob', 'bob[m]', '@bob:example.org')]).people, [
      'bob: bob bob[m] bob:example.org',
    ]);
    assert.deepEqual(collected([said('bob[m]'), said('@bob:example.org')]).people, ['bob[m]: bob[m] bob:example.org']);
  });
  it('tells of a guest that someone became nothing', () => {
    const guest = said('bob', 'Guest12') + changed('bob', 'Guest12');
    assert.deepEqual(collected([guest]), { people: [], doubts: [], why: [] });
    const named = `${said('bob', 'cid')}10:02 <cid> Present: Bob de Ray (bob)\n${changed('bob', 'Guest12')}`;
    assert.deepEqual(collected([named]).why, ['bob is called Bob de Ray.']);
  });
  it('names the first log in which people talk at the same time', () => {
    const change = said('bob') + changed('bob', 'rob') + said('rob');
    const { people, doubts } = collected([said('bob', 'rob'), change]);
    assert.isEmpty(people);
    assert.deepEqual(doubts, ['bob and rob are not merged: 0.log has both without a change of nick.']);
  });
  it('proposes first who is in most logs', () => {
    const both = collected([said('bob', 'bob_'), said('cid', 'cid_'), said('cid')]);
    assert.deepEqual(both.people, ['cid: cid cid_', 'bob: bob bob_']);
  });
  it('does not merge guests, equal names, or users of several Matrix servers', () => {
    const guest = said('Guest12') + changed('Guest12', 'bob') + said('bob');
    assert.isEmpty(collected([guest]).people);
    const list = `${said('ann', 'lee')}10:02 <ann> Present: Ann Lee (ann), Ann Lee (lee)\n`;
    assert.deepEqual(collected([list]).people, ['Ann Lee: ann', 'Ann Lee: lee']);
    assert.isEmpty(collected([said('@bob:a.example', '@bob:b.example')]).people);
  });
  it('leaves out those who are in the file', () => {
    const known = [{ name: 'Bob Ray', nicks: ['bob'] }];
    assert.isEmpty(collected([said('bob', 'bob_')], known).people);
  });
});
