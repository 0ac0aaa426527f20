import { assert } from 'chai';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { layoutNamed } from '../../../server/src/log/layouts/layouts.js';
import type { Point } from '../../../server/src/log/place.js';
import { blockSize, leastBlockSize } from '../../../server/src/log/text/block.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { countingLayout } from '../../helpers/counting.js';

const chat = '10:00:00 <ann> hello\n';

describe('a log text', () => {
  it('keeps any text unchanged', () => {
    fc.assert(fc.property(anyText(), (text) => LogText.of(text).toString() === text));
  });

  it('is edited according to the protocol, and then reads every line as if it were new', () => {
    fc.assert(
      fc.property(anyText(), fc.array(anyEdit(), { maxLength: 8 }), (text, edits) => {
        let reference = text;
        let log = LogText.of(text, layoutNamed('supybot'));
        for (const { from, to, text: newText } of edits) {
          const document = TextDocument.create('', '', 0, reference);
          reference = TextDocument.applyEdits(document, [{ range: { start: from, end: to }, newText }]);
          log = log.replace(from, to, newText);
        }
        const fresh = LogText.of(reference, layoutNamed('supybot'));
        assert.equal(log.toString(), reference);
        assert.deepEqual(everyLine(log), everyLine(fresh));
      }),
      { numRuns: 300 },
    );
  });

  it('is edited with headings too, where a line changes the speaker below it', () => {
    const text = 'ann [10:00 AM]\nhello\n\n[10:01]\nagain\n\nbob [10:02 AM]\nhi\n';
    const log = LogText.of(text);
    assert.equal(log.layout.name, 'slack');
    assert.deepEqual(
      [1, 4, 7].map((line) => log.read(line).nick),
      ['ann', 'ann', 'bob'],
    );
    const edited = log.replace({ line: 0, character: 0 }, { line: 0, character: 3 }, 'eve');
    assert.deepEqual(
      [1, 4, 7].map((line) => edited.read(line).nick),
      ['eve', 'eve', 'bob'],
    );
    assert.deepEqual(everyLine(edited), everyLine(LogText.of(text.replace('ann', 'eve'))));
  });

  it('reads a second layout if a log changes to one', () => {
    const log = LogText.of(`${chat.repeat(20)}${'[10:30] -*- bob waves\n[10:31] <@bob> hi\n'.repeat(3)}some text\n`);
    assert.equal(log.layout.name, 'supybot');
    assert.equal(log.read(20).kind, 'action');
    assert.deepInclude(log.read(21), { kind: 'message', nick: 'bob' });
    assert.equal(log.read(26).kind, 'other');
  });

  it('reads who speaks through a bridge', () => {
    const relayed = ['ann', 'bob', 'eve'].map((nick) => `10:00 <relay> <${nick}:host.org> hi\n`).join('');
    const log = LogText.of(`${relayed}10:01 <cleo> <3 you all\n10:02 <relay> I am a bridge\n`);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => log.read(line).nick),
      ['ann:host.org', 'bob:host.org', 'eve:host.org', 'cleo', 'relay'],
    );
    assert.equal(log.text(0).slice(log.read(0).textStart), 'hi');
  });

  it('treats a start after the end as the end', () => {
    const edited = LogText.of('abcd').replace({ line: 0, character: 3 }, { line: 0, character: 1 }, 'X');
    assert.equal(edited.toString(), 'aXd');
  });

  it('reads again only the blocks that an edit touches', () => {
    const log = LogText.of(chat.repeat(10 * blockSize));
    const edited = log.replace({ line: 5 * blockSize, character: 15 }, { line: 5 * blockSize, character: 15 }, 'x');
    const shared = edited.blocks.filter((block) => log.blocks.includes(block));
    assert.equal(shared.length, log.blocks.length - 1);
  });

  it('reads again only the lines that an edit touches', () => {
    const { layout, reads } = countingLayout();
    let log = LogText.of(chat.repeat(10 * blockSize), layout);
    everyLine(log);
    for (const text of ['x', '\n', '\n']) {
      log = log.replace({ line: 1000, character: 15 }, { line: 1000, character: 15 }, text);
      reads();
      everyLine(log);
      assert.equal(reads(), text === 'x' ? 1 : 2);
    }
  });

  it('is not fragmented by edits', () => {
    let log = LogText.of(chat.repeat(10 * blockSize));
    for (let edit = 0; edit < 2000; edit++) {
      const at = { line: (edit * 7919) % log.lineCount, character: 0 };
      log = edit % 3 === 0 ? log.replace(at, { line: at.line + 1, character: 0 }, '') : log.replace(at, at, '\n');
    }
    assert.isAtMost(log.blocks.length, (2 * log.lineCount) / leastBlockSize);
    assert.isTrue(log.blocks.every(({ size }) => size <= blockSize));
  });

  it('reads a line after a byte-order mark', () => {
    const log = LogText.of(`\uFEFF${chat}`);
    const { kind, nick, nickStart, textStart } = log.read(0);
    assert.deepEqual([kind, nick], ['message', 'ann']);
    assert.equal(log.text(0).slice(nickStart, nickStart + 3), 'ann');
    assert.equal(log.text(0).slice(textStart), 'hello');
  });

  it('finds its layout when the first readable line is typed', () => {
    const empty = LogText.of('');
    assert.equal(empty.confidence, 0);
    const typed = empty.replace({ line: 0, character: 0 }, { line: 0, character: 0 }, chat);
    assert.equal(typed.confidence, 1);
    assert.equal(typed.read(0).nick, 'ann');
  });

  it('returns its blocks with their positions, from a line on and from the end', () => {
    const log = LogText.of(chat.repeat(3 * blockSize));
    const starts = [...log.blocksFrom(0)].map(({ block, start }) => {
      assert.equal(log.row(start), block.row(0));
      return start;
    });
    assert.deepEqual(starts, log.starts);
    const second = starts[1] ?? 0;
    assert.deepEqual([...log.blocksFrom(second - 1)], [...log.blocksFrom(0)]);
    assert.deepEqual([...log.blocksFrom(second)], [...log.blocksFrom(0)].slice(1));
    assert.deepEqual([...log.blocksFromEnd()], [...log.blocksFrom(0)].reverse());
    assert.throws(() => [...log.blocksFrom(log.lineCount)], RangeError);
  });

  it('throws for a line that does not exist', () => {
    assert.throws(() => LogText.of('a').read(1), RangeError);
    assert.throws(() => LogText.of('a').text(-1), RangeError);
    const [block] = LogText.of('a').blocks;
    for (const read of ['row', 'bare', 'line', 'kind', 'time', 'nick', 'end'] as const) {
      assert.throws(() => block?.[read](1), RangeError, undefined, read);
    }
  });
});

function everyLine(log: LogText) {
  return Array.from({ length: log.lineCount }, (_, line) => [log.row(line), log.read(line)]);
}

function anyText(): fc.Arbitrary<string> {
  const unit = fc.constantFrom('10:00 <a> x', '10:01 * b y', 'z', '\r', '\n', '\r\n', '😀', '\uFEFF');
  return fc.oneof(
    fc.string({ unit }),
    fc.string({ unit: fc.constant(chat), minLength: blockSize - 2, maxLength: blockSize + 2 }),
  );
}

function anyEdit(): fc.Arbitrary<{ from: Point; to: Point; text: string }> {
  const line = fc.oneof(fc.nat(6), fc.nat(3 * blockSize));
  return fc.record({ line, lines: fc.nat(4), from: fc.nat(30), to: fc.nat(30), text: anyText() }).map((edit) => ({
    from: { line: edit.line, character: edit.lines > 0 ? edit.from : Math.min(edit.from, edit.to) },
    to: { line: edit.line + edit.lines, character: Math.max(edit.from, edit.to) },
    text: edit.text,
  }));
}
