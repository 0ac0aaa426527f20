import { assert } from 'chai';
import { commandsTable } from '../../server/src/reports/tables.js';

describe('the list of commands', () => {
  const rows = commandsTable()
    .split('\n')
    .map((row) => row.split(/ {2,}/));
  /** Checks the row that begins with these words; it may have more bots. */
  const check = (words: string, ...cells: string[]) => {
    const row = rows.find(([first = '']) => first === words || first.startsWith(`${words}, `));
    for (const cell of cells)
      assert.isTrue(
        row?.some((one) => one.startsWith(cell)),
        `${words}: ${cell}`,
      );
  };

  it('has every word of every bot, with its sign, and who may give it', () => {
    check('#topic, [topic], !topic, !t', 'text', 'chairs (maubot: anyone', 'all');
    check('#meetingname, !meetingname, !mn', 'text', 'anyone (hcoop, meetingology: chairs', 'meetbot, opendev');
  });

  it('names the bots that know a command', () => {
    check('#undo', 'chairs', 'meetbot, opendev, fedora, hcoop, meetingology');
    check('#accepted, #accept', 'text', 'chairs', 'meetbot, opendev, fedora, hcoop, meetingology');
    check('#vote', 'text', 'anyone', 'opendev, hcoop');
    check('#vote, [vote]', 'text', 'chairs', 'meetingology');
  });
});
