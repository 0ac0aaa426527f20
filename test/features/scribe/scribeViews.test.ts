import { assert } from 'chai';
import { documentSymbols } from '../../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../../server/src/features/foldingRanges.js';
import { selectionRanges } from '../../../server/src/features/selectionRanges.js';
import { meetings, summary } from '../../../server/src/features/summary.js';
import { agendaText } from '../../../server/src/reports/agendaReport.js';
import { defaultSettings } from '../../../server/src/settings.js';
import { attendanceOf } from '../../../server/src/workspace/attendance.js';
import { ledgerOf } from '../../../server/src/workspace/ledger.js';
import { digestOf } from '../../../server/src/workspace/logDigest.js';
import { nextAgendaOf } from '../../../server/src/workspace/nextAgenda.js';
import { registerOf } from '../../../server/src/workspace/register.js';
import { inTimeOrder } from '../../../server/src/workspace/source.js';
import { logOf, shownLenses } from '../../helpers/logs.js';
import { scribedMeeting } from '../../helpers/scribes.js';

const more = `${[
  '14:02:00 <dom> RESOLVED: green tea',
  '14:02:10 <dom> ACTION: Eve Smith to buy it',
  '14:02:20 <ann> i/not on/Subtopic: Days/',
  '14:02:30 <ann> s/green/black/',
  '14:02:40 <Zakim> I see nobody on the speaker queue',
].join('\n')}\n`;

const log = logOf(scribedMeeting(more));
const logs = [{ digest: digestOf(log, 'garden.log'), project: undefined }];

describe('the views of a meeting with a scribe', () => {
  it('have its outline, with inserted topics at their place', () => {
    const [garden] = documentSymbols(log);
    assert.equal(`${garden?.name} | ${garden?.detail}`, 'Garden Group | 14:00:00');
    const [beds] = garden?.children ?? [];
    assert.equal(beds?.name, 'Beds');
    const [days] = beds?.children ?? [];
    assert.equal(`${days?.name} | ${days?.detail} | ${days?.range.start.line}`, 'Days | 14:01:30 ann | 9');
    assert.deepEqual(
      days?.children?.map(({ name }) => name),
      ['Resolved: black tea', 'Action: Eve Smith to buy it'],
    );
  });
  it('have folds and lenses', () => {
    const texts = foldingRanges(log, { foldTexts: true }).map(({ collapsedText }) => collapsedText);
    assert.deepEqual(texts, ['Garden Group · 50 min · 1 topic', 'Beds · 49 min · 3 items', 'Days · 48 min · 2 items']);
    const lenses = shownLenses(log, true).map(({ command }) => command?.title);
    assert.deepEqual(lenses.slice(0, 2), ['50 min · 1 topic · 1 action · 3 people', 'Generate minutes']);
  });
  it('tell the length of a meeting that nothing ends', () => {
    const open = logOf('14:00:00 <ann> scribe+\n14:01:00 <ann> present+\n14:05:00 <ann> Topic: Tea\n');
    assert.equal(meetings(open)[0]?.about, '5 min · 1 topic · 0 actions · 1 person');
  });
  it('have selections that grow', () => {
    const [found] = selectionRanges(log, [{ line: 9, character: 20 }]);
    const lines: string[] = [];
    for (let at = found; at; at = at.parent) lines.push(`${at.range.start.line}-${at.range.end.line}`);
    assert.include(lines, '9-16');
    assert.include(lines, '6-16');
  });
  it('have a summary', () => assert.equal(summary(log, defaultSettings).rules, 'W3C’s scribe'));
});

describe('many meetings with a scribe', () => {
  const ledger = ledgerOf(logs);
  it('have their actions and decisions', () => {
    assert.deepEqual(
      ledger.actions.map(({ text, people }) => [text, people]),
      [['Eve Smith to buy it', ['Eve Smith']]],
    );
    assert.deepEqual(
      registerOf(logs).map(({ text, kind, topic }) => [text, kind, topic]),
      [['black tea', 'RESOLVED', 'Beds']],
    );
  });
  it('have those who are listed as present, and no bots', () =>
    assert.deepEqual(
      attendanceOf(logs).people.map(({ name, lines }) => `${name} ${lines}`),
      ['dom 7', 'ann 6', 'bob 1', 'Eve Smith 0'],
    ));
  it('leave an agenda of labels', () => {
    const text = agendaText(nextAgendaOf(inTimeOrder(logs), ledger.actions));
    assert.match(
      text,
      /^Topic: Action items from last meeting\n• Eve Smith to buy it \(since 2031-03-14, garden.log:\d+\)\n$/,
    );
  });
});
