import { assert } from 'chai';
import { InsertTextFormat } from 'vscode-languageserver';
import { layoutNamed } from '../../server/src/log/layouts/layouts.js';
import { LogText } from '../../server/src/log/text/logText.js';
import { dialects } from '../../server/src/meeting/dialects/dialects.js';
import { isMeetingLog } from '../../server/src/meeting/isMeetingLog.js';
import { type MeetingLog, meetingLog } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { type Asked, accepted, completionsAt, completionsIn, labelsOf } from '../helpers/completions.js';
import { inDialect } from '../helpers/dialects.js';

describe('completion of a whole meeting', () => {
  const check = (source: string, expected: string[], asked?: Asked) =>
    assert.deepEqual(labelsOf(completionsAt(source, asked)), expected, source);
  const snippets: Asked = { client: { snippetSupport: true } };

  it('is offered in a document with nothing but whitespace', () => {
    for (const text of ['$0', '\n$0', '  $0\n\n', '\uFEFF$0', '\n\n$0\n\n']) check(text, ['Meeting']);
    check('$0', [], { trigger: ' ' });
    check('x\n$0\n', []);
    check(`${'\n'.repeat(10_000)}$0`, []);
  });
  it('replaces the start of its name or of the command', () => {
    for (const typed of ['m', 'Meet', '#', '#start', '#STARTMEETING']) {
      const [item] = completionsAt(`${typed}$0`);
      assert.equal(item && accepted(typed, item).split('\n')[0], '10:00:00 <nick> #startmeeting Title', typed);
      assert.isTrue(item?.filterText?.toLowerCase().startsWith(typed.toLowerCase()));
    }
    check('minutes$0', []);
    check('me$0et', []);
    check('#top$0', []);
  });
  it('is a snippet, or text for clients without snippets', () => {
    const [snippet] = completionsAt('$0', snippets);
    assert.equal(snippet?.insertTextFormat, InsertTextFormat.Snippet);
    assert.equal(
      snippet && accepted('', snippet),
      [
        '§{1:10:00:00} <§{2:nick}> #startmeeting §{3:Title}',
        '§{1} <§{2}> #topic §{4:First topic}',
        '§{1} <§{2}> #action §{2} §{5:does something}',
        '§{1} <§{2}> #endmeeting',
        '',
      ]
        .join('\n')
        .replaceAll('§', '$'),
    );
    const [plain] = completionsAt('$0');
    assert.equal(plain?.insertTextFormat, InsertTextFormat.PlainText);
    assert.equal(
      plain && accepted('', plain),
      '10:00:00 <nick> #startmeeting Title\n10:00:00 <nick> #topic First topic\n' +
        '10:00:00 <nick> #action nick does something\n10:00:00 <nick> #endmeeting\n',
    );
  });
  for (const { name } of dialects) {
    it(`is a meeting without problems: ${name}`, () => {
      const [item] = completionsAt('$0', { bot: name });
      const text = item ? accepted('', item) : '';
      assert.isTrue(isMeetingLog(text));
      const log = inDialect(text, name);
      assert.lengthOf(log.meetings, 1);
      assert.deepEqual(
        log.meetings[0]?.items.map(({ type }) => type),
        ['TOPIC', 'ACTION'],
      );
      assert.isDefined(log.meetings[0]?.endLine);
      assert.deepEqual(problems(log), []);
    });
  }
  it('is not offered in a layout that was chosen and does not read it', () => {
    const chosen = (layout: string): MeetingLog => meetingLog(LogText.of('', layoutNamed(layout)), 'x.log');
    assert.deepEqual(labelsOf(completionsIn(chosen('supybot'), 0, 0)), ['Meeting']);
    assert.deepEqual(labelsOf(completionsIn(chosen('weechat'), 0, 0)), []);
  });
});
