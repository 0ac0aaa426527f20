import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';

const found = (lines: readonly string[]) =>
  problems(meetingLog(LogText.of(lines.join('\n')), 'club.log')).filter(({ code }) => code === 'unread-log');

const said = [
  ['ann', '#startmeeting Weekly'],
  ['ann', '#topic Tools'],
  ['bob', 'hi'],
  ['ann', '#endmeeting'],
] as const;

describe('a log in no known layout', () => {
  const logs: Readonly<Record<string, (nick: string, text: string) => string>> = {
    tildes: (nick, text) => `${nick}~~19h00~~${text}`,
    JSON: (nick, text) => JSON.stringify({ at: '2026-02-09T19:00:01', nick, text }),
    CSV: (nick, text) => `20260209190001;${nick};${text}`,
  };
  for (const [name, line] of Object.entries(logs)) {
    it(`is told: ${name}`, () => {
      const lines = said.map(([nick, text]) => line(nick, text));
      const [problem, ...others] = found(lines);
      assert.isEmpty(others);
      assert.equal(problem?.line, 0);
      assert.equal(lines[0]?.slice(problem?.start, problem?.end).toLowerCase(), '#startmeeting');
    });
  }
  it('is not prose, help, code or a log that is read', () => {
    const texts = [
      said.map(([nick, text]) => `19:00 <${nick}> ${text}`),
      ['1. Use #startmeeting to start.', '2. Use #topic for topics.', '3. Use #endmeeting to end.'],
      ['- Use #startmeeting to start.', '- Use #topic for topics.', '- Use #endmeeting to end.'],
      ['Start: #startmeeting', 'Topic: #topic', 'End: #endmeeting'],
      ["  words: ['#startmeeting', '#start'],", "  words: ['#topic'],", "  words: ['#endmeeting'],"],
      ['2026-02-09: added #startmeeting', '2026-02-10: tests', '2026-02-11: more tests', '2026-02-12: docs'],
    ];
    for (const lines of texts) assert.isEmpty(found(lines), lines[0]);
  });
});
