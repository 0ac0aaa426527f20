import { assert } from 'chai';
import { type ClientCapabilities, ResponseError, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { abilitiesOf } from '../../server/src/features/abilities.js';
import { prepareRename, rename } from '../../server/src/features/rename.js';
import { finish } from '../../server/src/log/steps.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { lines, logOf, meeting, uri } from '../helpers/logs.js';
import { marked, withRanges } from '../helpers/marked.js';

const renamedIn = (source: string, newName: string, client: ClientCapabilities = {}) => {
  const { text, cursor = { line: 0, character: 0 } } = marked(source);
  const edit = finish(rename(logOf(text), { uri, version: 3 }, cursor, newName, abilitiesOf(client)));
  return { text, edit };
};

/** After the nick at the cursor gets a name, the text must be the expected one, with no problem more or less. */
function check(source: string, newName: string, expected: string) {
  const { text, edit } = renamedIn(source, newName);
  const document = TextDocument.create(uri, '', 0, text);
  const changed = TextDocument.applyEdits(document, (edit.changes?.[uri] ?? []) as TextEdit[]);
  assert.equal(changed, expected);
  const codes = (one: string) => problems(logOf(one)).map(({ code, line }) => `${line} ${code}`);
  assert.deepEqual(codes(changed), codes(text));
}

/** The refusal must contain a text. */
function checkRefusal(source: string, newName: string, why: string) {
  assert.throws(() => renamedIn(source, newName), ResponseError, why);
}

const chat = lines`
  10:00 <ann> #startmeeting
  10:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at x.
  10:01 <ann> #chair bob
  10:01 <bot> Current chairs: ann bob
  10:02 <bob> #topic ann's tea
  10:03 <eve> Ann: hi, anna @ann https://a.example/ann
  10:04 * ann waves
  10:05 *** ann has quit IRC
  10:06 <bob> #endmeeting
  `;

describe('a rename', () => {
  it('changes a nick in columns, arguments, lists and mentions, and nothing else', () => {
    check(
      chat.replace('10:04 * ann', '10:04 * a$0nn'),
      'zoe',
      chat.replace(/\bann\b(?!$)|\bAnn\b/gm, 'zoe').replace('https://a.example/zoe', 'https://a.example/ann'),
    );
    check(chat.replace('#chair bob', '#chair b$0ob'), 'zoe', chat.replaceAll('bob', 'zoe'));
  });
  it('leaves other nicks of the same person', () =>
    check(
      meeting('10:01 <b$0ob> hi\n10:02 *** bob is now known as bob_\n10:03 <bob_> ho\n10:04 <ann> bob, bob_: bye\n'),
      'zoe',
      meeting('10:01 <zoe> hi\n10:02 *** zoe is now known as bob_\n10:03 <bob_> ho\n10:04 <ann> zoe, bob_: bye\n'),
    ));
  it('changes the short form of a nick as well', () =>
    check(
      meeting('10:01 <b$0ob[m]> hi\n10:02 <ann> bob: hi bob[m]\n'),
      'zoe[m]',
      meeting('10:01 <zoe[m]> hi\n10:02 <ann> zoe: hi zoe[m]\n'),
    ));
  it('may only change the case', () =>
    check(meeting('10:01 <b$0ob> hi\n10:02 <ann> bob!\n'), 'Bob', meeting('10:01 <Bob> hi\n10:02 <ann> Bob!\n')));
  it('keeps the padding and prefixes of a layout', () =>
    check('20:58 < b$0ob> hi\n20:59 <@ann > bob!\n', 'zoe', '20:58 < zoe> hi\n20:59 <@ann > zoe!\n'));

  it('asks before it merges two people, if the client can ask', () => {
    const client = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } };
    const source = meeting('10:01 <b$0ob> hi\n10:02 <eve> bob!\n');
    const { edit } = renamedIn(source, 'eve', client);
    assert.deepEqual(Object.values(edit.changeAnnotations ?? {}), [
      {
        label: 'Merge “bob” into “eve”',
        description: 'Both are in the log. Their lines cannot be told apart afterwards.',
        needsConfirmation: true,
      },
    ]);
    const [change] = edit.documentChanges ?? [];
    if (!change || !('edits' in change)) return assert.fail('there are no edits');
    assert.deepEqual(change.textDocument, { uri, version: 3 });
    assert.deepEqual(
      change.edits.map((one) => 'annotationId' in one && one.annotationId),
      ['merge', 'merge'],
    );
    const named = meeting('10:01 <ann> #chair zoe\n10:01 <b$0ob> hi\n');
    assert.isDefined(renamedIn(named, 'zoe', client).edit.changeAnnotations);
    for (const name of ['zoe', 'BOB']) assert.isUndefined(renamedIn(source, name, client).edit.changeAnnotations);
    check(source, 'eve', meeting('10:01 <eve> hi\n10:02 <eve> eve!\n'));
  });
  it('is versioned for clients with document changes', () => {
    const { edit } = renamedIn(chat.replace('<bob>', '<b$0ob>'), 'zoe', {
      workspace: { workspaceEdit: { documentChanges: true } },
    });
    assert.isUndefined(edit.changes);
    assert.lengthOf(edit.documentChanges ?? [], 1);
  });

  it('is refused on everything but a nick', () => {
    for (const source of ['1$00:00 <ann> hi\n', '10:00 <ann> h$0i\n', meeting('10:01 <ann> #in$0fo x\n'), '$0'])
      checkRefusal(source, 'zoe', 'Only nicks can be renamed.');
  });
  it('is refused on the bot', () =>
    checkRefusal(chat.replace('<bot> Current', '<b$0ot> Current'), 'zoe', '“bot” is the bot'));
  it('is refused for what no nick can be', () => {
    const why = {
      '': 'empty',
      ' ': 'empty',
      'a b': 'spaces',
      'a,b': 'commas',
      'a\u200bb': 'invisible',
      'a\nb': 'invisible',
      '#zoe': 'command',
      'zoe:': 'addressed',
      'z>oe': 'would not be read',
      '@zoe': 'would not be read',
      bot: 'the nick of the bot',
      ['z'.repeat(65)]: 'longer',
    };
    for (const [name, part] of Object.entries(why)) checkRefusal(chat.replace('<bob>', '<b$0ob>'), name, part);
  });
  it('takes names with spaces where people have such names', () =>
    check('10:00 <Ann L$0ee> hi\n', 'Zoe Lee', '10:00 <Zoe Lee> hi\n'));

  it('begins with the range and the nick', () => {
    const { text, cursor } = marked(meeting('10:01 <bob[m]> hi\n10:02 <ann> b$0ob: hi\n'));
    const found = cursor && finish(prepareRename(logOf(text), cursor));
    assert.equal(
      withRanges(text, found && 'placeholder' in found ? [found.range] : []),
      meeting('10:01 <bob[m]> hi\n10:02 <ann> «bob»: hi\n'),
    );
    assert.propertyVal(found, 'placeholder', 'bob[m]');
  });
});
