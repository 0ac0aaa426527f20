import { assert } from 'chai';
import fc from 'fast-check';
import type { TextEdit } from 'vscode-languageserver';
import type { Command, Dialect } from '../../server/src/meeting/dialects/dialect.js';
import { dialects } from '../../server/src/meeting/dialects/dialects.js';
import { shownWord } from '../../server/src/meeting/dialects/words.js';
import { type MeetingLog, stepAt } from '../../server/src/meeting/meetingLog.js';
import { anyCharacter } from '../helpers/anyCharacter.js';
import { completionsIn, labelsOf } from '../helpers/completions.js';
import { inDialect } from '../helpers/dialects.js';
import { runs } from '../helpers/edits.js';

/* A command is offered if, and only if, the bot obeys it there: the replay of the log with the command says so. */

const nicks = ['ann', 'bob', '@eve', 'bot'];
/** What a bot does with its arguments does not matter, unless a command is useless without. */
const argumentOf = ({ effect }: Command): string =>
  effect === 'openVote' ? ' Tea? Yes, No' : effect === 'castVote' ? ' Yes' : effect === 'end' ? '' : ' ann';

const wordOf = ({ words: [word = ''] }: Command): string => shownWord(word);

/** A line of the bot, or of someone who says something or gives a command. */
function lineOf(dialect: Dialect): fc.Arbitrary<string> {
  const commands = dialect.commands.filter(({ effect }) => effect !== 'none' && effect !== 'save');
  const command = fc.constantFrom(...commands).map((one) => `${one.words[0]}${argumentOf(one)}`);
  const starts = fc
    .constantFrom(...commands.filter(({ effect }) => effect === 'start'))
    .map(({ words }) => `${words[0]} x`);
  const said = fc.oneof({ arbitrary: command, weight: 4 }, starts, fc.constantFrom('hi', '+1', 'https://a.example/'));
  const spoken = fc.tuple(fc.constantFrom(...nicks), said).map(([nick, text]) => `<${nick}> ${text}`);
  const other = fc.constantFrom(
    '<bot> Current chairs: ann bob',
    '<bot> Meeting started Fri Mar 14 10:00:01 2031 UTC.  The chair is ann. Information about MeetBot at x.',
    '<bot> Meeting ended Fri Mar 14 10:00:01 2031 UTC.',
    '*** bob is now known as eve',
    '* ann waves',
  );
  return fc.oneof({ arbitrary: spoken, weight: 6 }, other);
}

/** A log of lines, and a line that someone begins at an index. */
interface Begun {
  readonly above: readonly string[];
  readonly head: string;
  readonly below: readonly string[];
}

const begunIn = (dialect: Dialect): fc.Arbitrary<Begun> => {
  const rows = fc.array(lineOf(dialect), { minLength: 1, maxLength: 14 });
  return fc.tuple(rows, fc.nat(14), fc.constantFrom(...nicks)).map(([said, at, nick]) => {
    const time = (index: number) => `1${Math.min(index, 2)}:${10 + index}:00`;
    const all = said.map((row, index) => `${time(index)} ${row}`);
    const line = Math.min(at, all.length);
    return { above: all.slice(0, line), head: `${time(line)} <${nick}> `, below: all.slice(line) };
  });
};

function logWith({ above, head, below }: Begun, name: string, text: string): MeetingLog {
  return inDialect([...above, head + text, ...below].join('\n'), name);
}

/** Whether the bot obeys a command at a place; undefined if the command changes what the log is before it. */
function isObeyed(begun: Begun, command: Command, name: string, isInside: boolean): boolean | undefined {
  const log = logWith(begun, name, `${command.words[0]}${argumentOf(command)}`);
  const step = stepAt(log, begun.above.length);
  // What the bot says below it about a command is not known before the command is there.
  const isAnswered = step?.event.kind === 'command' && step.event.answer !== undefined;
  // The first sign of a meeting in a log may be that it ends.
  if (isAnswered || log.isInside !== isInside) return undefined;
  return step !== undefined && step.ignored === undefined;
}

describe('completion', () => {
  // Scribes have labels instead of commands.
  for (const dialect of dialects.filter(({ isScribed }) => !isScribed)) {
    const { name, commands } = dialect;
    // The replay does not know who sees the votes so far, or whose votes count.
    const known = commands.filter(({ duringVote, effect }) => !duringVote && effect !== 'castVote');
    it(`offers exactly what the bot obeys: ${name}`, () => {
      fc.assert(
        fc.property(begunIn(dialect), (at) => {
          const log = logWith(at, name, '');
          const offered = labelsOf(completionsIn(log, at.above.length, at.head.length));
          const obeyed = known.filter(
            (command) => isObeyed(at, command, name, log.isInside) ?? offered.includes(wordOf(command)),
          );
          assert.sameMembers(
            offered.filter((label) => known.some((command) => wordOf(command) === label)),
            obeyed.map(wordOf),
            String(log.text),
          );
        }),
      );
    });
  }

  it('has its edits on the line of the cursor and around it, in any text', () => {
    const signs = ['#', '!', '^', '[', '.', '@', ' '];
    const piece = fc.constantFrom(
      ...[
        '10:00 <a> ',
        '> ',
        '20:58:58 ',
        '<a>',
        '\t',
        '#startmeeting',
        '#chair a,',
        '#vote',
        '#action',
        '&lt;',
        '\x1b[1m',
      ],
      ...['\n', '\r', '\uFEFF', '\ud83d', 'a', ':', '$', ...signs],
    );
    const text = fc.oneof(fc.string({ unit: piece, maxLength: 60 }), fc.string({ unit: anyCharacter, maxLength: 40 }));
    const trigger = fc.constantFrom(undefined, ...signs);
    const position = fc.tuple(fc.integer({ min: -1, max: 9 }), fc.integer({ min: -1, max: 40 }));
    const bot = fc.constantFrom(undefined, ...dialects.map(({ name }) => name));
    fc.assert(
      fc.property(text, position, trigger, bot, (source, [line, character], by, named) => {
        const log = inDialect(source, named);
        const asked = by === undefined ? {} : { trigger: by };
        const at = log.text.clamp({ line, character });
        for (const { textEdit, sortText } of completionsIn(log, line, character, asked)) {
          const { range } = textEdit as TextEdit;
          assert.deepEqual([range.start.line, range.end.line], [at.line, at.line]);
          assert.isAtMost(range.start.character, at.character);
          assert.isAtLeast(range.end.character, at.character);
          assert.match(sortText ?? '0000', /^\d{4}$/);
        }
      }),
      { numRuns: runs(150) },
    );
  });
});
