import { assert } from 'chai';
import { ledgerOf } from '../../server/src/workspace/ledger.js';
import type { Project } from '../../server/src/workspace/project.js';
import { ledgerLogs, type Meetings } from '../helpers/ledgers.js';

/**
 * The actions of meetings: `state text [people] since line, carried`, and what closed them. Lines are 1-based; what is said begins
 * on line 2.
 */
function check(meetings: Meetings, expected: readonly string[], project?: Partial<Project>): void {
  const { actions } = ledgerOf(ledgerLogs(meetings, project));
  const shown = actions.map(({ state, text, people, since, carried, closed }) => {
    const end = closed ? ` by ${closed.by} ${closed.log.replace(/^club.|.log$/g, '')}:${closed.line}` : '';
    const again = carried > 0 ? ` +${carried}` : '';
    return `${state} ${text} [${people.join(' ')}] ${since.date?.slice(5)}:${since.line}${again}${end}`;
  });
  assert.deepEqual(shown, expected);
}

const bobsSaw = ['bob hi', 'ann #action bob oils the rusty saw'];

describe('the ledger', () => {
  it('carries an action over in slightly other words, which it then has', () => {
    check(
      {
        '2031-03-14': ['cid hi', 'ann #action cid orders twelve new ladders'],
        '2031-03-21': ['cid hi', 'ann #action Cid to order twelve new ladders'],
        '2031-03-28': ['cid hi', 'ann #action cid orders twelve new ladders!'],
      },
      ['open cid orders twelve new ladders! [cid] 03-14:3 +2'],
    );
  });
  it('counts an action once in a meeting that records it twice', () => {
    check({ '2031-03-14': [...bobsSaw, 'ann #action bob: oil the rusty saw'] }, [
      'open bob: oil the rusty saw [bob] 03-14:3',
    ]);
  });
  it('keeps who has to do it when a later meeting names no one', () => {
    check({ '2031-03-14': bobsSaw, '2031-03-21': ['ann #action oil the rusty saw'] }, [
      'open oil the rusty saw [bob] 03-14:3 +1',
    ]);
  });
  it('reads meetings in the order of their dates', () => {
    check({ '2031-03-21': bobsSaw, '2031-03-14': bobsSaw }, ['open bob oils the rusty saw [bob] 03-14:3 +1']);
  });
  it('keeps the same action for other people apart', () => {
    check({ '2031-03-14': [...bobsSaw, 'cid hi', 'ann #action cid oils the rusty saw'] }, [
      'open bob oils the rusty saw [bob] 03-14:3',
      'open cid oils the rusty saw [cid] 03-14:5',
    ]);
  });
  it('closes an action by #done, whether or not the bot knows that', () => {
    check({ '2031-03-14': bobsSaw, '2031-03-21': ['bob #done oil the rusty saw'] }, [
      'done bob oils the rusty saw [bob] 03-14:3 by #done 2031-03-21:2',
    ]);
  });
  it('closes one of the speaker’s own first', () => {
    check(
      {
        '2031-03-14': ['cid hi', 'ann #action cid oils the rusty saw', ...bobsSaw],
        '2031-03-21': ['bob #done oil the rusty saw'],
      },
      ['open cid oils the rusty saw [cid] 03-14:3', 'done bob oils the rusty saw [bob] 03-14:5 by #done 2031-03-21:2'],
    );
  });
  it('does not close what was done by someone else, or before it was recorded', () => {
    check({ '2031-03-14': ['cid hi', 'bob #done cid: oil the rusty saw', ...bobsSaw] }, [
      'open bob oils the rusty saw [bob] 03-14:5',
    ]);
  });
  for (const said of [
    'bob done: oil the rusty saw',
    'bob oil the rusty saw: done',
    'bob ann: Done: oil the rusty saw',
    'bob oil the rusty saw : DONE!',
    'bob #info done: oil the rusty saw',
  ]) {
    it(`closes an action below a topic of action items by “${said}”`, () => {
      check({ '2031-03-14': bobsSaw, '2031-03-21': ['ann #topic Last week’s Action Items', said] }, [
        'done bob oils the rusty saw [bob] 03-14:3 by done: 2031-03-21:3',
      ]);
    });
  }
  for (const [about, said] of [
    ['below another topic', ['ann #topic Saws', 'bob done: oil the rusty saw']],
    ['if it only says done', ['ann #topic Action items', 'bob done']],
    ['if it says that it is not done', ['ann #topic Action items', 'bob oil the rusty saw: not done']],
    ['below the next topic', ['ann #topic Action items', 'ann #topic Saws', 'bob done: oil the rusty saw']],
    [
      'in an action',
      ['ann #topic Action items', 'ann #action done: buy paint brushes today', 'bob I oiled the rusty saw'],
    ],
  ] as const) {
    it(`leaves an action open ${about}`, () => {
      const { actions } = ledgerOf(ledgerLogs({ '2031-03-14': bobsSaw, '2031-03-21': said }));
      assert.equal(actions[0]?.state, 'open');
    });
  }
  it('begins anew with an action that comes again after it was done', () => {
    check({ '2031-03-14': bobsSaw, '2031-03-21': ['bob #done oil the rusty saw', ...bobsSaw] }, [
      'done bob oils the rusty saw [bob] 03-14:3 by #done 2031-03-21:2',
      'open bob oils the rusty saw [bob] 03-21:4',
    ]);
  });
  it('does not count what was undone', () => {
    check({ '2031-03-14': [...bobsSaw, 'ann #undo'] }, []);
  });
  it('says what closes nothing, and which action it may mean', () => {
    const { actions, unmatched } = ledgerOf(
      ledgerLogs({ '2031-03-14': bobsSaw, '2031-03-21': ['bob #done the rusty thing', 'bob #done nothing at all'] }),
    );
    assert.deepEqual(
      unmatched.map(({ text, log, line }) => [text, log, line]),
      [
        ['the rusty thing', 'club.2031-03-21.log', 2],
        ['nothing at all', 'club.2031-03-21.log', 3],
      ],
    );
    assert.equal(actions[0]?.why, '“the rusty thing” has too few of its words (club.2031-03-21.log:2).');
  });
  it('knows how old an action is at the last meeting', () => {
    const { actions } = ledgerOf(
      ledgerLogs({ '2031-03-14': bobsSaw, '2031-03-21': ['bob hi'], '2031-03-28': ['bob hi'] }),
    );
    assert.deepEqual(actions[0]?.age, { meetings: 2, days: 14 });
  });
});

describe('a project file', () => {
  const done = { log: 'club.2031-03-14.log', text: 'Bob oils the rusty saw', state: 'done' } as const;
  const closed = 'done bob oils the rusty saw [bob] 03-14:3 by meetlog.json meetlog.json:null';

  it('closes an action of its log', () => {
    check({ '2031-03-14': bobsSaw }, [closed], { actions: [done] });
  });
  it('closes no action of another log', () => {
    check({ '2031-03-21': bobsSaw }, ['open bob oils the rusty saw [bob] 03-21:3'], { actions: [done] });
  });
  it('closes what came again until its date, and nothing later', () => {
    const again = { '2031-03-14': bobsSaw, '2031-03-21': bobsSaw, '2031-03-28': bobsSaw };
    check(again, [`${closed.replace(' by', ' +1 by')}`, 'open bob oils the rusty saw [bob] 03-28:3'], {
      actions: [{ ...done, date: '2031-03-21' }],
    });
    check(again, [closed.replace(' by', ' +2 by')], { actions: [done] });
  });
  it('closes what is dated later than its entry, as clocks can be wrong', () => {
    check({ '2031-03-14': bobsSaw }, [closed], { actions: [{ ...done, date: '2026-11-30' }] });
  });
  it('says which of its entries close nothing', () => {
    const { unmatched } = ledgerOf(ledgerLogs({ '2031-03-21': bobsSaw }, { actions: [done] }));
    assert.deepEqual(unmatched, [{ by: 'meetlog.json', log: 'meetlog.json', line: null, text: done.text }]);
  });
  it('closes the action of whom it names', () => {
    const both = { '2031-03-14': ['cid hi', 'ann #action cid oils the rusty saw', ...bobsSaw] };
    check(both, ['open cid oils the rusty saw [cid] 03-14:3', closed.replace(':3', ':5')], { actions: [done] });
  });
  it('makes people of nicks, also of those who were not there', () => {
    const people = [{ name: 'Bob Reed', nicks: ['bob', 'reed'] }];
    check(
      {
        '2031-03-14': bobsSaw,
        '2031-03-21': ['reed hi', 'ann #action reed: oil the rusty saw'],
        '2031-03-28': ['ann #action Bob Reed paints'],
      },
      ['open reed: oil the rusty saw [reed] 03-14:3 +1', 'open Bob Reed paints [bob] 03-28:2'],
      { people },
    );
  });
});
