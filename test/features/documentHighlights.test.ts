import { assert } from 'chai';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { documentHighlights } from '../../server/src/features/documentHighlights.js';
import { finish } from '../../server/src/log/steps.js';
import { lines, logOf, meeting } from '../helpers/logs.js';
import { marked, withRanges } from '../helpers/marked.js';

describe('highlights', () => {
  /** The highlights at the cursor must be the marked ranges. */
  const check = (source: string) => {
    const { text, cursor } = marked(source);
    const found = cursor ? finish(documentHighlights(logOf(text), cursor)) : [];
    assert.equal(
      withRanges(
        text,
        found.map(({ range }) => range),
      ),
      source.replace('$0', ''),
    );
    return found;
  };
  /** There must be none at the cursor. */
  const none = (source: string) => assert.isEmpty(check(source), source);

  it('are the lines and mentions of a speaker, ignoring case', () => {
    const found = check(lines`
      10:00 <«a$0nn»> #startmeeting
      10:01 <bob> «Ann»: hi, @«ann»!
      10:02 <bob> #chair bob, «ann»
      10:02 <bot> Current chairs: «ann» bob
      10:03 <«ann»> anna, #ann, hann, ann-away and dann.
      10:04 *** «ann» has quit IRC
      `);
    const { Write, Read } = DocumentHighlightKind;
    assert.deepEqual(
      found.map(({ kind }) => kind),
      [Write, Read, Read, Read, Read, Write, Write],
    );
  });
  it('are the same on a mention, at both of its ends and within it', () => {
    for (const mention of ['«$0ann».', '«a$0nn».', '«ann$0».']) {
      check(`10:00 <«ann»> hi\n10:01 <bob> ask ${mention}\n`);
    }
    check('10:00 <«ann»> hi\n10:01 <bob> #action «a$0nn» sweeps\n');
  });
  it('are found for all kinds of nicks', () => {
    check('10:00 <«$0[a]n++»> hi\n10:01 <bob> «[a]n++»: hi, a: n\n');
    check('10:00 <«$0ann-away»> hi\n10:01 <bob> «ann-away»: hi, ann\n');
    check('10:00 <ann> hi\n10:01 <bob> ann-away, «a$0nn»: hi\n'.replace('<ann>', '<«ann»>'));
    check('10:00 <«$0Ann Lee»> hi\n10:01 <bob> thanks, «Ann Lee»\n');
    check('10:00 <«$0ﬃİ»> hi\n10:01 <bob> «ﬃİ»: hi\n');
  });
  it('include people who only change their nick, join or are named', () => {
    check('10:00 *** «ann» is now known as «eve»\n10:01 <bob> «e$0ve»: hi\n');
    check('10:00 <ann> #startmeeting\n10:01 <ann> #chair «eve»\n10:02 <ann> «eve$0»: hi\n10:03 <ann> #endmeeting\n');
  });
  it('are empty on times, commands, signs and ordinary words', () => {
    none('1$00:00 <ann> hi\n10:01 <ann> hi\n');
    none('10:00$0 <ann> hi\n10:01 <ann> hi\n');
    none('10:00 <ann> #in$0fo hi\n10:01 <ann> #info hi\n');
    none('10:00 <ann> h$0i\n10:01 <ann> hi\n');
    none('10:00 <ann> hi\n10:01 <bob> see https://a.example/a$0nn/x\n');
    none('10:00 <ann> ann-aw$0ay, #an$0n'.replace('$0n', 'n'));
    none('10:00 <ann> well $0- hi\n');
    none('$0');
    none('some ann te$0xt\n');
  });
  it('are those of all nicks of a person', () => {
    check(lines`
      10:00 <«an$0n_»> hi
      10:00 <bob> «ann»: hi, «ann_»
      10:01 *** «ann_» is now known as «lunch»
      10:02 <«lunch»> back soon
      10:04 <«ann[m]»> hi
      10:04 <relay> <«ann»> hi
      10:05 <anna> hi, annual
      `);
  });
  it('are those of a Matrix ID and its short form', () => {
    const log = lines`
      2031-03-14 10:00:00 <«@ann:tea.example»> hi
      2031-03-14 10:01:00 <@bob:tea.example> ask «a$0nn» or «@ann:tea.example»
      `;
    check(log);
    check(log.replace('a$0nn', 'ann').replace('<«@ann', '<«@a$0nn'));
  });
  it('do not take those for one person who had the same nick at another time', () => {
    const talk = '10:02 <bob> well\n'.repeat(2_100);
    check(`10:00 *** «ann» is now known as «away»\n10:01 <«a$0nn»> hi\n${talk}10:03 *** eve is now known as «away»\n`);
  });
  it('are both ends of a meeting, a vote and a topic', () => {
    check(lines`
      10:00 <ann> «#start$0meeting»
      10:01 <ann> #topic Tea
      10:02 <ann> «#endmeeting»
      `);
    check(lines`
      10:00 <ann> «#startmeeting»
      10:01 <ann> #topic Tea
      10:02 <ann> «#endmeeting$0»
      `);
    check(meeting('10:01 <ann> «#top$0ic» Tea\n10:02 <bob> #info x\n10:03 <ann> «#topic» Cake\n'));
    check(
      '10:00 <ann> #startmeeting\n10:01 <ann> #topic Tea\n10:02 <ann> «#sub$0topic» x\n10:03 <ann> «#endmeeting»\n',
    );
    check(meeting('10:01 <ann> «#start$0vote» Tea? yes, no\n10:02 <bob> #vote yes\n10:03 <ann> «#endvote»\n'));
    check(meeting('10:01 <ann> «#startvote» Tea? yes, no\n10:02 <bob> #vote yes\n10:03 <ann> «#end$0vote»\n'));
    none(meeting('10:01 <ann> #in$0fo Tea\n'));
    none(meeting('10:01 <bob> #top$0ic Tea\n10:03 <ann> #topic Cake\n'));
  });
  it('are those nearest to the cursor in a log with very many', () => {
    const log = logOf('10:00 <ann> ann: hi\n'.repeat(10_000));
    const found = finish(documentHighlights(log, { line: 5_000, character: 8 }));
    assert.lengthOf(found, 4_000);
    assert.deepEqual(found[0]?.range.start, { line: 4_000, character: 7 });
    assert.deepEqual(found.at(-1)?.range.start, { line: 5_999, character: 12 });
  });
});
