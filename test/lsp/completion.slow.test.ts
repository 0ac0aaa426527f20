import { assert } from 'chai';
import type { CompletionClientCapabilities, CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver';
import { lines } from '../helpers/logs.js';
import { Editor } from './client.js';

const uri = 'file:///logs/club.log';
const text = lines`
  10:00:00 <ann> #startmeeting
  10:00:01 <bot> Meeting started Fri Mar 14 10:00:01 2031 UTC.  The chair is ann. Information about MeetBot at http://wiki.debian.org/MeetBot.
  10:00:02 <eve> hi
  10:00:03 <ann> well
  `;

describe('completion over stdio', () => {
  let editor: Editor;
  beforeEach(() => {
    editor = new Editor();
  });
  afterEach(async () => assert.equal(await editor.close(), 0));

  const start = (completion: CompletionClientCapabilities) => editor.initialize({ textDocument: { completion } });
  const ask = async (line: number, character: number, context?: object, document = uri) =>
    (
      await editor.ask<CompletionList | null>('textDocument/completion', {
        textDocument: { uri: document },
        position: { line, character },
        context,
      })
    )?.items;
  const labels = (items: readonly CompletionItem[] | undefined) => items?.map(({ label }) => label).join(' ');
  const inserted = ([item]: readonly CompletionItem[] = []) => (item?.textEdit as TextEdit | undefined)?.newText;

  it('follows what is typed, as the client is told', async () => {
    const { capabilities } = await start({});
    assert.sameMembers(capabilities.completionProvider?.triggerCharacters ?? [], ['#', '!', '^', '[', '.', ' ', '@']);
    await editor.open(uri, text);
    await editor.edit(uri, 2, 3, 0, 0, '10:00:03 <eve> #\n');
    const typed = { triggerKind: 2, triggerCharacter: '#' };
    assert.equal(labels(await ask(3, 16, typed)), '#info #action #link #meetingname #idea #help #nick #commands');
    await editor.edit(uri, 3, 2, 15, 17, '#chair eve');
    // As was said by someone without rights, it makes no one a chair.
    assert.equal(labels(await ask(3, 16, typed)), '#info #action #link #meetingname #idea #help #nick #commands');
    await editor.edit(uri, 4, 2, 10, 13, 'ann');
    assert.include(labels(await ask(3, 16, typed)) ?? '', '#topic #info');
    assert.isUndefined(await ask(4, 19, { triggerKind: 1 }));
  });

  it('has snippets and Markdown only for clients that support them', async () => {
    await start({ completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } });
    await editor.open(uri, '');
    assert.match(inserted(await ask(0, 0)) ?? '', /<\$\{2:nick\}> #startmeeting/);
    await editor.edit(uri, 2, 0, 0, 0, `${text}10:00:04 <ann> #`);
    const [topic] = (await ask(4, 16)) ?? [];
    assert.deepInclude(topic?.documentation, { kind: 'markdown' });
  });

  it('has text for all others', async () => {
    await start({});
    await editor.open(uri, '');
    assert.match(inserted(await ask(0, 0)) ?? '', /<nick> #startmeeting/);
    await editor.edit(uri, 2, 0, 0, 0, `${text}10:00:04 <ann> #`);
    const [topic] = (await ask(4, 16)) ?? [];
    assert.deepInclude(topic?.documentation, { kind: 'plaintext' });
  });

  it('refuses what is no position', async () => {
    await start({});
    await editor.open(uri, text);
    for (const context of [{ triggerKind: 'x' }, 7]) {
      const failed = await ask(0, 0, context as object).then(
        () => false,
        () => true,
      );
      assert.isTrue(failed);
    }
    assert.isUndefined(await ask(0, 0, undefined, 'file:///other.log'));
  });
});
