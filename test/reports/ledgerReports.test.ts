import { readFileSync } from 'node:fs';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { assert } from 'chai';
import { actionsReport } from '../../server/src/reports/actionsReport.js';
import { agendaMarkdown, agendaText } from '../../server/src/reports/agendaReport.js';
import { decisionsReport } from '../../server/src/reports/decisionsReport.js';
import { type LedgerReport, ledgerCsv, ledgerMarkdown, ledgerText } from '../../server/src/reports/ledgerReport.js';
import { peopleReport } from '../../server/src/reports/peopleReport.js';
import { attendanceOf } from '../../server/src/workspace/attendance.js';
import { ledgerOf } from '../../server/src/workspace/ledger.js';
import { nextAgendaOf } from '../../server/src/workspace/nextAgenda.js';
import { registerOf } from '../../server/src/workspace/register.js';
import { ledgerLogs } from '../helpers/ledgers.js';

const logs = ledgerLogs(
  {
    '2031-03-14': [
      'bob hi',
      'ann #topic Tools',
      'ann #action bob oils the saw',
      'ann #action =SUM(1), "now" *',
      'ann #agreed *green*',
    ],
    '2031-03-21': [
      'bob hi',
      'ann #action bob: oil the saw',
      'ann #topic Action items',
      'bob done: no such thing',
      'ann #agreed green',
    ],
  },
  { people: [{ name: 'Bob Reed', nicks: ['bob'] }], quorum: 3 },
);
const ledger = ledgerOf(logs);
const agenda = nextAgendaOf(ledger.meetings, ledger.actions);

function check(
  report: LedgerReport,
  text: readonly string[],
  markdown: readonly string[],
  csv: readonly string[],
): void {
  assert.deepEqual(ledgerText(report).split('\n').slice(0, -1), text);
  assert.deepEqual(ledgerMarkdown(report).split('\n').filter(Boolean), markdown);
  assert.deepEqual(ledgerCsv(report).split('\r\n').slice(1, -1), csv);
}

describe('the report of actions', () => {
  it('is by person, with the age and the place of each, and says what closes nothing', () => {
    check(
      actionsReport(ledger, ledger.actions),
      [
        'Bob Reed',
        '  bob: oil the saw  since 2031-03-14, 1 meeting and 7 days ago, again at 1 later meeting  club.2031-03-14.log:4',
        '',
        'Nobody in particular',
        '  =SUM(1), "now" *  since 2031-03-14, 1 meeting and 7 days ago  club.2031-03-14.log:5',
        '',
        '“no such thing” (club.2031-03-21.log:5) closes no open action item.',
      ],
      [
        '## Bob Reed',
        '- [ ] bob: oil the saw (since 2031-03-14, 1 meeting and 7 days ago, again at 1 later meeting, club.2031-03-14.log:4)',
        '## Nobody in particular',
        '- [ ] =SUM(1), "now" \\* (since 2031-03-14, 1 meeting and 7 days ago, club.2031-03-14.log:5)',
        '“no such thing” (club.2031-03-21.log:5) closes no open action item.',
      ],
      [
        'Bob Reed,bob: oil the saw,open,2031-03-14,1,7,1,club.2031-03-14.log,4,club.2031-03-21.log,3',
        `,"'=SUM(1), ""now"" *",open,2031-03-14,1,7,0,club.2031-03-14.log,5,club.2031-03-14.log,5`,
      ],
    );
  });
  it('ticks what is done, and says why something similar is not', () => {
    const [first] = ledgerOf(
      ledgerLogs({ '2031-03-14': ['bob hi', 'ann #action bob paints', 'bob #done paints'] }),
    ).actions;
    assert.isOk(first);
    const report = actionsReport(ledger, [first]);
    assert.include(
      ledgerMarkdown(report),
      '- [x] bob paints (since 2031-03-14, closed by #done (club.2031-03-14.log:4)',
    );
    assert.include(ledgerText(report), 'bob paints  done, since');
    const near = { ...first, closed: null, why: 'Because.' };
    assert.include(ledgerText(actionsReport(ledger, [near])), 'since 2031-03-14, Because.');
  });
  it('lists an action for very many people once', () => {
    const [first] = ledger.actions;
    assert.isOk(first);
    const people = Array.from({ length: 11 }, (_, index) => `nick${index}`);
    const { sections } = actionsReport(ledger, [{ ...first, people }]);
    assert.deepEqual(
      sections.map(({ title }) => title),
      ['More than 10 people'],
    );
  });
  it('says that there are none', () => {
    assert.equal(ledgerText(actionsReport(ledgerOf([]), [])), 'No open action items.\n');
    assert.equal(ledgerMarkdown(actionsReport(ledgerOf([]), [])), 'No open action items.\n');
  });
});

describe('the report of decisions', () => {
  it('is by date, with topics and what supersedes them', () => {
    check(
      decisionsReport(registerOf(logs)),
      [
        '2031-03-21',
        '  AGREED: green  Action items  club.2031-03-21.log:6',
        '',
        '2031-03-14',
        '  AGREED: *green*  Tools, superseded 2031-03-21 (club.2031-03-21.log:6)  club.2031-03-14.log:6',
      ],
      [
        '## 2031-03-21',
        '- AGREED: green (Action items, club.2031-03-21.log:6)',
        '## 2031-03-14',
        '- AGREED: \\*green\\* (Tools, superseded 2031-03-21 (club.2031-03-21.log:6), club.2031-03-14.log:6)',
      ],
      [
        '2031-03-21,AGREED,green,Action items,,,club.2031-03-21.log,6',
        '2031-03-14,AGREED,*green*,Tools,,club.2031-03-21.log:6,club.2031-03-14.log,6',
      ],
    );
  });
  it('has the counts of votes', () => {
    const vote = ['bob hi', 'ann #startvote Paint? Yes, No', 'bob #vote Yes', 'ann #endvote'];
    const report = decisionsReport(registerOf(ledgerLogs({ '2031-03-14': vote })));
    assert.include(ledgerText(report), 'Yes: 1 (bob); No: 0');
    assert.include(ledgerCsv(report), 'Yes: 1 (bob); No: 0');
  });
});

describe('the report of people', () => {
  it('does not list a nick again that has only another case', () => {
    const { sections } = peopleReport(
      attendanceOf(ledgerLogs({ '2031-03-14': ['bob hi', 'Eve hi'], '2031-03-21': ['Bob hi', 'eve_ hi'] })),
    );
    const entries = sections.flatMap((section) => section.entries);
    assert.deepEqual(
      entries.map(({ text, about }) => [text, about[0]]),
      [
        ['ann', 'at 2 of 2'],
        ['Bob', 'at 2 of 2'],
        ['eve_', 'Eve'],
      ],
    );
  });
  it('has who was at how many meetings, and those without a quorum', () => {
    check(
      peopleReport(attendanceOf(logs)),
      [
        '2 meetings',
        '  ann  at 2 of 2, 11 lines, 2031-03-14 to 2031-03-21  club.2031-03-21.log:1',
        '  Bob Reed  bob, at 2 of 2, 3 lines, 2031-03-14 to 2031-03-21  club.2031-03-21.log:1',
        '',
        'Without a quorum',
        '  2031-03-14  2 voters of 3  club.2031-03-14.log:1',
        '  2031-03-21  2 voters of 3  club.2031-03-21.log:1',
      ],
      [
        '## 2 meetings',
        '- ann (at 2 of 2, 11 lines, 2031-03-14 to 2031-03-21, club.2031-03-21.log:1)',
        '- Bob Reed (bob, at 2 of 2, 3 lines, 2031-03-14 to 2031-03-21, club.2031-03-21.log:1)',
        '## Without a quorum',
        '- 2031-03-14 (2 voters of 3, club.2031-03-14.log:1)',
        '- 2031-03-21 (2 voters of 3, club.2031-03-21.log:1)',
      ],
      [
        'ann,ann,11,2,2,,2031-03-14,2031-03-21,club.2031-03-14.log:1,club.2031-03-21.log:1',
        'Bob Reed,bob,3,2,2,,2031-03-14,2031-03-21,club.2031-03-14.log:1,club.2031-03-21.log:1',
      ],
    );
  });
});

describe('the agenda', () => {
  it('is commands to paste, or a list for a ticket', () => {
    assert.equal(
      agendaText(agenda),
      '#topic Action items from last meeting\n' +
        '#info bob: oil the saw (since 2031-03-14, club.2031-03-14.log:4)\n' +
        '#info =SUM(1), "now" * (since 2031-03-14, club.2031-03-14.log:5)\n',
    );
    assert.equal(
      agendaMarkdown(agenda),
      '## Action items from last meeting\n\n' +
        '- [ ] bob: oil the saw (since 2031-03-14, club.2031-03-14.log:4)\n' +
        '- [ ] =SUM(1), "now" \\* (since 2031-03-14, club.2031-03-14.log:5)\n',
    );
    assert.include(agendaMarkdown({ ...agenda, actions: [] }), 'No open action items.');
  });
});

describe('what was said in reports', () => {
  const hostile = '\u202e<script>\u0007 ![x](http://e.org) ::error::x';
  const report: LedgerReport = {
    sections: [{ title: hostile, entries: [{ text: hostile, about: [hostile], place: hostile }] }],
    empty: '',
    notes: [hostile],
    head: [],
    rows: [[hostile]],
  };
  it('is harmless in every format', () => {
    for (const text of [ledgerText(report), ledgerMarkdown(report), ledgerCsv(report)])
      assert.notMatch(text, /(?![\n\r])\p{C}/u);
    assert.notMatch(ledgerMarkdown(report), /<script|!\[/);
    assert.notMatch(ledgerText(report), /^\s*::/m);
  });
});

describe('the JSON of reports', () => {
  for (const [name, data] of [
    ['actions', ledger.actions],
    ['agenda', agenda],
    ['decisions', registerOf(logs)],
    ['people', attendanceOf(logs)],
  ] as const) {
    it(`is described by its schema: ${name}`, () => {
      const validate = new Ajv().compile(JSON.parse(readFileSync(`server/${name}.schema.json`, 'utf8')));
      assert.isTrue(validate(JSON.parse(JSON.stringify(data))), JSON.stringify(validate.errors));
    });
  }
});
