import { assert } from 'chai';
import { chosenDecisions } from '../../server/src/workspace/choose.js';
import { personsOf } from '../../server/src/workspace/persons.js';
import { matches, registerOf } from '../../server/src/workspace/register.js';
import { ledgerLogs, type Meetings } from '../helpers/ledgers.js';

/** The register of meetings: `kind text @topic`, the counts of a vote, and the date of what supersedes it. */
function check(meetings: Meetings, expected: readonly string[]): void {
  assert.deepEqual(registerOf(ledgerLogs(meetings)).map(shown), expected);
}

function shown({ kind, text, topic, vote, date, line, supersededBy }: ReturnType<typeof registerOf>[number]): string {
  const counts = vote?.options.map(({ option, voters }) => `${option}=${voters.length}`).join(' ');
  const later = supersededBy ? ` < ${supersededBy.date?.slice(5)}:${supersededBy.line}` : '';
  return `${date?.slice(5)}:${line} ${kind} ${text}${topic === null ? '' : ` @${topic}`}${counts ? ` (${counts})` : ''}${later}`;
}

const vote = ['bob hi', 'ann #startvote Paint the door? Yes, No', 'ann #vote Yes', 'bob #vote No', 'ann #endvote'];

describe('the register of decisions', () => {
  it('has them newest first, with their topics', () => {
    check({ '2031-03-14': ['ann #topic Tea', 'ann #agreed green'], '2031-03-21': ['ann #accepted the plan'] }, [
      '03-21:2 ACCEPTED the plan',
      '03-14:3 AGREED green @Tea',
    ]);
  });
  it('has what was rejected', () => {
    check({ '2031-03-14': ['ann #rejected the plan'] }, ['03-14:2 REJECTED the plan']);
  });
  it('has no information, ideas or actions', () => {
    check({ '2031-03-14': ['ann #info tea', 'ann #idea tea', 'ann #action ann makes tea'] }, []);
  });
  it('has the result of a vote, where it was closed', () => {
    check({ '2031-03-14': ['ann #topic Doors', ...vote] }, [
      '03-14:7 VOTE Voted on "Paint the door?" Results are, Yes: 1, No: 1 @Doors (Yes=1 No=1)',
    ]);
  });
  it('has no vote that was never closed', () => {
    check({ '2031-03-14': vote.slice(0, -1) }, []);
  });
  it('shows what supersedes a decision: the next one with the same words', () => {
    const tea = (said: string) => ['bob hi', `ann ${said}`];
    check(
      {
        '2031-03-14': tea('#agreed We drink green tea'),
        '2031-03-21': tea('#agreed we drink: green tea!'),
        '2031-03-28': tea('#rejected We drink green tea'),
        '2031-04-04': tea('#agreed We drink black tea'),
      },
      [
        '04-04:3 AGREED We drink black tea',
        '03-28:3 REJECTED We drink green tea',
        '03-21:3 AGREED we drink: green tea! < 03-28:3',
        '03-14:3 AGREED We drink green tea < 03-21:3',
      ],
    );
  });
  it('tells decisions about other people apart', () => {
    check({ '2031-03-14': ['bob hi', 'ann #agreed bob is treasurer', 'ann #agreed ann is treasurer'] }, [
      '03-14:4 AGREED ann is treasurer',
      '03-14:3 AGREED bob is treasurer',
    ]);
  });
});

describe('a search for decisions', () => {
  const logs = ledgerLogs({ '2031-03-14': ['ann #topic Tea', 'ann #agreed Green, with bob’s mint', ...vote] });
  const register = registerOf(logs);
  for (const [search, found] of [
    ['', 2],
    ['green TEA', 1],
    ['mint green', 1],
    ['black', 0],
    ['paint vote', 1],
  ] as const) {
    it(`finds ${found} for “${search}”`, () =>
      assert.equal(register.filter((one) => matches(one, search)).length, found));
  }
  for (const [person, found] of [
    ['bob', 2],
    ['ANN', 2],
    ['cid', 0],
  ] as const) {
    it(`finds ${found} that concern ${person}`, () =>
      assert.equal(chosenDecisions(register, personsOf(logs), { person }).length, found));
  }
  it('finds those since a date', () => {
    const since = (date: string) => chosenDecisions(register, personsOf(logs), { since: date }).length;
    assert.deepEqual([since('2031-03-14'), since('2031-03-15')], [2, 0]);
  });
});
