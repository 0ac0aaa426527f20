import { assert } from 'chai';
import fc from 'fast-check';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { codeActions } from '../../server/src/features/codeActions.js';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { documentSymbols } from '../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../server/src/features/foldingRanges.js';
import { hover } from '../../server/src/features/hover.js';
import { nearItem } from '../../server/src/features/nearItem.js';
import { semanticLegend, semanticTokens } from '../../server/src/features/semanticTokens.js';
import { meetings, summary } from '../../server/src/features/summary.js';
import { minutes, preview, topic } from '../../server/src/features/writeMinutes.js';
import { finish } from '../../server/src/log/steps.js';
import { defaultSettings } from '../../server/src/settings.js';
import { lines, logOf, meeting, shownLenses, uri } from '../helpers/logs.js';
import { marked } from '../helpers/marked.js';
import { renderHere } from '../helpers/templates.js';

const two = lines`
  10:00 <ann> #startmeeting Plans
  10:01 <bob> #info first
  10:02 <ann> #topic Tea
  10:03 <ann> #agreed green
  10:04 <bob> mint?
  10:05 <ann> #topic Cake
  10:07 <ann> #endmeeting
  10:08 <bob> talk
  11:00 <bob> #startmeeting
  11:30 <bob> #endmeeting
  `;

describe('the outline', () => {
  const check = (text: string, expected: string) => assert.equal(tree(documentSymbols(logOf(text))), expected);
  const tree = (symbols: readonly DocumentSymbol[], indent = ''): string =>
    symbols
      .map(({ name, detail, range, children = [] }) => {
        const span = `${range.start.line + 1}-${range.end.line + 1}`;
        return `${indent}${name} (${detail}) ${span}\n${tree(children, `${indent}  `)}`;
      })
      .join('');

  it('is of meetings, topics and items', () =>
    check(
      two,
      lines`
        Plans (10:00:00 ann) 1-7
          first (INFO · 10:01:00 bob) 2-2
          Tea (10:02:00 ann) 3-5
            green (AGREED · 10:03:00 ann) 4-4
          Cake (10:05:00 ann) 6-7
        #club Meeting (11:00:00 bob) 9-10
        `,
    ));
  it('names what has no name', () =>
    check(
      meeting('10:01 <ann> #topic\n10:01 <ann> #action \n'),
      lines`
        #club Meeting (10:00:00 ann) 1-4
          (empty topic) (10:01:00 ann) 2-4
            (empty action) (ACTION · 10:01:00 ann) 3-3
        `,
    ));
  it('of a chat without a meeting has its days, and its talks between long pauses', () => {
    check('10:00 <ann> hi\n', 'Chat (1 line) 1-1\n');
    check(
      '--- Log opened Fri Mar 14 09:00:00 2031\n10:00 < ann> hi\n10:05 < bob> hi\n11:00 < ann> still here?\n' +
        '--- Day changed Sat Mar 15 2031\n09:00 < ann> hi\n',
      '2031-03-14 (3 lines) 2-4\n  10:00:00 to 10:05:00 (2 lines) 2-3\n  11:00:00 to 11:00:00 (1 line) 4-4\n2031-03-15 (1 line) 6-6\n',
    );
    check('some text\n', '');
  });
  it('has votes, which stand for the items that record them, and subtopics', () => {
    check(
      meeting('10:01 <ann> #topic x\n10:02 <ann> #startvote a? b, c\n10:03 <bob> #vote b\n10:04 <ann> #endvote\n'),
      '#club Meeting (10:00:00 ann) 1-6\n  x (10:01:00 ann) 2-6\n    a? (VOTE · closed · b: 1, c: 0) 3-3\n',
    );
    check(
      meeting('10:01 <ann> [TOPIC] x\n10:02 <ann> #subtopic y\n10:03 <ann> #info z\n'),
      '#club Meeting (10:00:00 ann) 1-5\n  x (10:01:00 ann) 2-5\n    y (SUBTOPIC · 10:02:00 ann) 3-5\n      z (INFO · 10:03:00 ann) 4-4\n',
    );
  });

  it('gives each type of item an icon of its own kind', () => {
    const types = ['topic', 'action', 'info', 'idea', 'help', 'link', 'agreed', 'rejected'];
    const [one] = documentSymbols(logOf(meeting(types.map((type) => `10:01 <ann> #${type} http://x\n`).join(''))));
    const [topic] = one?.children ?? [];
    const kinds = [topic, ...(topic?.children ?? [])].map((symbol) => symbol?.kind);
    assert.lengthOf(new Set([SymbolKind.Module, ...kinds]), types.length + 1);
  });

  it('holds every range of a child, and every selection', () => {
    const within = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']) =>
      inner.start.line >= outer.start.line &&
      (inner.end.line < outer.end.line ||
        (inner.end.line === outer.end.line && inner.end.character <= outer.end.character));
    const sound = (symbol: DocumentSymbol): boolean =>
      symbol.name.trim() !== '' &&
      within(symbol.selectionRange, symbol.range) &&
      (symbol.children ?? []).every((child) => within(child.range, symbol.range) && sound(child));
    const row = fc.constantFrom(
      '#startmeeting',
      '#topic x',
      '#topic',
      '#info y',
      '#undo',
      '#endmeeting',
      'talk',
      '',
      '#link \u00a0',
    );
    fc.assert(
      fc.property(fc.array(row), (rows) =>
        documentSymbols(logOf(rows.map((said) => `10:00 <ann> ${said}`).join('\r\n'))).every(sound),
      ),
    );
  });
});

describe('folding', () => {
  const check = (text: string, ...expected: [number, number][]) =>
    assert.deepEqual(
      foldingRanges(logOf(text)).map(({ startLine, endLine }) => [startLine + 1, endLine + 1]),
      expected,
    );

  it('is by meeting and topic', () => check(two, [1, 7], [3, 5], [6, 7], [9, 10]));
  it('leaves out what is one line', () =>
    check(meeting('10:01 <ann> #topic a\n10:01 <ann> #topic b\n'), [1, 4], [3, 4]));
});

describe('code lenses', () => {
  const check = (text: string, ownsCommands: boolean, expected: string) => {
    const shown = shownLenses(logOf(text), ownsCommands).map(({ range, command }) => {
      const [log, index] = command?.arguments ?? [];
      const target = command?.command ? ` -> ${command.command} ${log === uri} ${index}` : '';
      return `${range.start.line + 1} ${command?.title}${target}\n`;
    });
    assert.equal(shown.join(''), expected);
  };

  it('offer minutes and tell what a meeting and its topics brought', () =>
    check(
      two,
      true,
      lines`
        1 Generate minutes -> meetlog.generateMinutes true 0
        1 Preview -> meetlog.previewMinutes true 0
        1 Save minutes… -> meetlog.saveMinutesAs true 0
        1 7 min · 2 topics · 0 actions · 2 people
        3 3 min · 1 agreement
        3 Copy as Markdown -> meetlog.copyTopic true 2
        6 2 min
        6 Copy as Markdown -> meetlog.copyTopic true 5
        9 Generate minutes -> meetlog.generateMinutes true 1
        9 Preview -> meetlog.previewMinutes true 8
        9 Save minutes… -> meetlog.saveMinutesAs true 1
        9 30 min · 0 topics · 0 actions · 1 person
        `,
    ));
  it('do not offer what a client cannot do', () =>
    check(
      meeting(''),
      false,
      '1 Generate minutes -> meetlog.generateMinutes true 0\n1 59 min · 0 topics · 0 actions · 1 person\n',
    ));
  it('tell of a meeting that was not ended', () => {
    const [, label] = shownLenses(logOf('10:00 <ann> #startmeeting\n'), false);
    assert.equal(label?.command?.title, 'not ended · 0 topics · 0 actions · 1 person');
  });
  it('count the items of a topic by their types', () => {
    const words = ['action', 'action', 'idea', 'accepted', 'rejected', 'info', 'help', 'help', 'link'];
    const log = logOf(
      meeting(`10:01 <ann> #topic x\n${words.map((word) => `10:02 <ann> #${word} http://y\n`).join('')}`),
    );
    const label = shownLenses(log, false).at(-1);
    assert.equal(
      label?.command?.title,
      '58 min · 2 actions, 1 idea, 1 accepted, 1 rejected, 1 info, 2 calls for help, 1 link',
    );
  });
});

describe('semantic tokens', () => {
  /** The tokens of lines as `text:type` or `text:type.modifier`, a line of the log in each. */
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

  it('tell nicks, chairs, bots, and commands that were ignored', () =>
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
        5 10:02:time bob:nick.chair #topic:keyword
        6 10:03:time bob:nick.chair  has quit IRC:comment
        7 10:03:time bot:nick.bot #info is a useful command:comment
        8 10:04:time bob:nick.chair
        `,
    ));
  it('are of the lines that were asked for', () =>
    check('10:00 <ann> x\n10:01 <bob> y\n10:02 <cat> z\n', '2 10:01:time bob:nick\n', 1, 1));
});

describe('the nearest item', () => {
  const check = (direction: 'next' | 'previous', source: string) => {
    const { text, cursor, ranges } = marked(source);
    const found = nearItem(logOf(text), cursor?.line ?? 0, direction);
    assert.deepEqual(found, ranges[0]?.start ?? null);
  };

  it('is the next one below', () =>
    check('next', meeting('$010:01 <ann> #info a\n10:02 <bob> talk\n10:03 <ann> «»#topic b\n')));
  it('is the next one above', () =>
    check('previous', meeting('10:01 <ann> «»#info a\n10:02 <bob> talk\n$010:03 <ann> #topic b\n')));
  it('may be of another meeting', () =>
    check('next', `${meeting('$010:01 <ann> #info a\n')}${meeting('10:01 <ann> «»#info b\n')}`));
  it('may be none', () => check('next', meeting('10:01 <ann> #info a\n$0')));
});

describe('features', () => {
  it('answer for any text', () => {
    const piece = fc.constantFrom(
      '10:00 <a> ',
      '#startmeeting',
      '#topic',
      '#chair a,',
      '\n',
      '\r',
      '<',
      '\uFEFF',
      '\ud83d',
      'http://',
    );
    const anyText = fc.oneof(fc.string({ unit: piece, maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(anyText, fc.nat(9), fc.nat(40), (text, line, character) => {
        const log = logOf(text);
        const at = { line, character };
        documentSymbols(log);
        foldingRanges(log);
        shownLenses(log, true);
        semanticTokens(log, { start: at, end: { line: line + 9, character: 0 } });
        hover(log, at);
        nearItem(log, line, 'next');
        codeActions(log, uri, { start: at, end: at }, diagnostics(log, uri, defaultSettings));
        topic(log, line, defaultSettings);
        finish(preview(log, line, defaultSettings));
        for (const [meeting] of log.meetings.entries()) {
          void finish(
            minutes(log, { textDocument: { uri }, meeting, format: 'markdown' }, defaultSettings, renderHere),
          );
        }
      }),
    );
  });
});

describe('the summary', () => {
  it('tells layout, bot, meetings and problems', () => {
    const log = logOf(meeting('10:00 <bot> Meeting started now\n10:01 <ann> #todo x\n'));
    assert.deepEqual(summary(log, defaultSettings), {
      layout: 'MeetBot, Supybot: 20:58:58 <nick> text',
      confidence: 1,
      bot: 'bot',
      rules: 'MeetBot',
      meetings: 1,
      title: '#club Meeting',
      problems: 1,
    });
    assert.deepEqual(meetings(log), [
      { title: '#club Meeting', startLine: 0, lastLine: 3, about: '59 min · 0 topics · 0 actions · 2 people' },
    ]);
  });
  it('counts no problem that is switched off', () => {
    const log = logOf(meeting('10:01 <ann> #todo x\n'));
    const severity = { ...defaultSettings.severity, 'unknown-command': 'off' as const };
    assert.equal(summary(log, { ...defaultSettings, severity }).problems, 0);
  });
});
