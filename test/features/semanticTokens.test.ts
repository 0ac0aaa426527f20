import { assert } from 'chai';
import { semanticTokens } from '../../server/src/features/semanticTokens.js';
import { semanticLegend } from '../../server/src/features/tokens.js';
import { lines, logOf } from '../helpers/logs.js';

describe('semantic tokens', () => {
  /** The tokens of lines as `text:type` or `text:type.modifier`, one line for each line of the log. */
  const check = (text: string, expected: string, from = 0, to = 99) => {
    const log = logOf(text);
    const { data } = semanticTokens(log, { start: { line: from, character: 0 }, end: { line: to, character: 0 } });
    const found: string[][] = [];
    let [line, start] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
      line += down;
      start = down > 0 || at === 0 ? right : start + right;
      const names = semanticLegend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
      const said = log.text.text(line).slice(start, start + length);
      found[line] = [...(found[line] ?? []), [`${said}:${semanticLegend.tokenTypes[type]}`, ...names].join('.')];
    }
    const shown = found.flatMap((tokens, at) => `${at + 1} ${tokens.join(' ')}\n`);
    assert.equal(shown.join(''), expected);
  };

  it('are empty if there is nothing', () => {
    check('<ann> hi\n', '1 ann:nick\n');
    check('10:00 *** bob has quit IRC\n', '1 10:00:time bob:nick  has quit IRC:comment\n');
    check(
      '10:00 *** bob has joined\n10:00 *** bob has joined \n',
      '1 10:00:time bob:nick  has joined:comment\n2 10:00:time bob:nick  has joined:comment\n',
    );
  });
  it('show nicks, chairs, bots, and commands that were ignored', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:00 <bot> Meeting started now
        10:01 <bob> #topic x
        10:01 <ann> #chair bob, then
        10:02 <bob> #topic x
        10:03 *** bob has quit IRC
        10:03 <bot> #info is a useful command
        10:04 <bob> #96 is talk
        no line of the log
        `,
      lines`
        1 10:00:time ann:nick.chair #startmeeting:keyword
        2 10:00:time bot:nick.bot Meeting started now:comment
        3 10:01:time bob:nick #topic:keyword.ignored
        4 10:01:time ann:nick.chair #chair:keyword
        5 10:02:time bob:nick.chair #topic:keyword x:topic
        6 10:03:time bob:nick.chair  has quit IRC:comment
        7 10:03:time bot:nick.bot #info is a useful command:comment
        8 10:04:time bob:nick.chair
        `,
    ));
  it('show topics that the bot accepted, whatever its sign, and titles', () =>
    check(
      lines`
        10:00 <ann> #startmeeting Plans
        10:01 <ann> #topic Tea and cake
        10:02 <ann> [TOPIC] https://tea.example/
        10:03 <bob> #topic refused
        10:04 <ann> #topic
        10:05 <ann> #meetingtopic More plans
        10:06 <ann> #subtopic Mint
        `,
      lines`
        1 10:00:time ann:nick.chair #startmeeting:keyword
        2 10:01:time ann:nick.chair #topic:keyword Tea and cake:topic
        3 10:02:time ann:nick.chair [TOPIC]:keyword https://tea.example/:topic
        4 10:03:time bob:nick #topic:keyword.ignored
        5 10:04:time ann:nick.chair #topic:keyword
        6 10:05:time ann:nick.chair #meetingtopic:keyword More plans:topic
        7 10:06:time ann:nick.chair #subtopic:keyword Mint:topic
        `,
    ));
  it('show whom a line is for, if that is a person', () =>
    check(
      lines`
        10:00 <ann> bob: hi
        10:01 <bob> @Ann, hi
        10:02 <ann> Agenda: tea
        10:03 <ann> Topic: bob: hi
        10:04 <ann> bob hi
        10:05 <ann> bob:hi
        10:06 * ann bob: hi
        `,
      lines`
        1 10:00:time ann:nick bob:nick.addressed
        2 10:01:time bob:nick Ann:nick.addressed
        3 10:02:time ann:nick
        4 10:03:time ann:nick
        5 10:04:time ann:nick
        6 10:05:time ann:nick
        7 10:06:time ann:nick bob:nick.addressed
        `,
    ));
  it('are those of the requested lines', () =>
    check('10:00 <ann> x\n10:01 <bob> y\n10:02 <cat> z\n', '2 10:01:time bob:nick\n', 1, 1));
});
