import { assert } from 'chai';
import fc from 'fast-check';
import { LogText } from '../../server/src/log/text/logText.js';
import { dialects } from '../../server/src/meeting/dialects/dialects.js';
import { anonymous, layoutReport } from '../../server/src/reports/layoutReport.js';
import { randomLog } from '../helpers/randomLayouts.js';

/** Words that a report may have in its lines: those of commands, and those with which bots greet. */
const keptWords = new Set(
  dialects
    .flatMap(({ commands }) => commands.flatMap(({ words }) => words))
    .map((word) => word.replace(/[^a-z]/g, ''))
    .concat('meeting', 'started', 'logging', 'in'),
);

/** The words of at least two letters, and the numbers, of a text without the escapes of invisible characters. */
function wordsIn(text: string): string[] {
  const words = text.replace(/\\u\{[\da-f]+\}/g, '').match(/[\p{Alphabetic}\p{M}]{2,}|\p{N}+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}

function assertNothingTold(shown: string) {
  for (const word of wordsIn(shown)) assert(keptWords.has(word) || /^(?:x+|9+)$/.test(word), `“${word}” in “${shown}”`);
}

const shownLines = (report: string) => report.split('\n').filter((line) => line.startsWith('    '));

describe('the report of a layout', () => {
  it('replaces all words and digits of a line, in any script', () => {
    assert.equal(anonymous('[19:02] <Ann_B> Grüße, 東京 👍🏽 x2'), '[99:99] <Xxx_X> Xxxxx, xx xx x9');
    assert.equal(anonymous('ann\t#topic secret #secret'), 'xxx⇥#topic xxxxxx #xxxxxx');
    assert.equal(anonymous('Meeting started Mon, the chair is ann'), 'Meeting started Xxx, xxx xxxxx xx xxx');
  });

  it('replaces letters that are hidden in other characters', () => {
    assert.equal(anonymous('\u{e0061}\u{e006e}Ⓐ🇦⠁'), 'xxxxx');
  });

  it('shows no word of any line except those of commands and greetings', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    const piece = fc.oneof(
      word,
      fc.constantFrom('#topic', '#secret', '!sm', 'Meeting started ', '[action]', ' ', ': ', 'Ann'),
    );
    fc.assert(
      fc.property(fc.array(piece), (parts) => assertNothingTold(anonymous(parts.join('')))),
      { numRuns: 300 },
    );
  });

  it('shows no word of any log, in at most 40 lines of at most 200 units', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const { text } = randomLog(seed);
      const report = layoutReport(LogText.of(text));
      assert.isAtMost(report.trimEnd().split('\n').length, 40);
      for (const line of shownLines(report)) assertNothingTold(line);
    }
    const long = layoutReport(LogText.of(`${'~'.repeat(500)}\n`));
    assert.include(long, `    ${'~'.repeat(200)}…\n`);
  });

  it('shows the lines around the one that starts a meeting, the layout that was tried and how sure it is', () => {
    const talk = Array.from({ length: 50 }, (_, index) => `ann~~${index}~~hello`);
    const report = layoutReport(LogText.of([...talk, 'bob~~51~~#startmeeting Weekly', ...talk].join('\n')));
    assert.include(report, '    xxx~~99~~#startmeeting Xxxxxx\n');
    assert.match(
      report,
      /^Meetlog \d+\.\d+\.\d+ reads \d+ of 101 lines of a log as “[\w-]+” \(confidence \d\.\d\d\)\.\n/,
    );
    assert.include(report, '    xxx~~9~~xxxxx\n');
  });
});
