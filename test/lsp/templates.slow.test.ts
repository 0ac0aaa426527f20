import { assert } from 'chai';
import { meeting } from '../helpers/logs.js';
import { RawEditor } from './raw.js';

const uri = 'file:///logs/club.log';
const textDocument = { uri };
/** LiquidJS does not check the time while it parses a template: this can only be stopped from outside. */
const endless = '{{x}}'.repeat(199_000);

describe('templates in the server', () => {
  let editor: RawEditor;
  beforeEach(async () => {
    editor = new RawEditor();
    await editor.initialize();
    const text = meeting('10:01:00 <ann> #topic tea\n');
    editor.notify('textDocument/didOpen', { textDocument: { uri, version: 1, text } });
  });
  afterEach(() => editor.kill());

  const by = (text: string) =>
    editor.ask('meetlog/minutes', {
      textDocument,
      meeting: 0,
      format: 'template',
      template: { name: 'own.md.liquid', text },
    });
  const good = async () => (await by('{{ topics[0].text }}')).result;

  it('are stopped if they take too long, while the server answers other requests', async () => {
    const order: string[] = [];
    const slow = by(endless).then((sent) => {
      order.push('template');
      return sent;
    });
    const other = editor.ask('meetlog/summary', { textDocument }).then(() => order.push('summary'));
    const { error } = await slow;
    await other;
    assert.deepEqual(error, { code: -32600, message: 'own.md.liquid: it took more than 2 seconds.' });
    assert.deepEqual(order, ['summary', 'template']);
    assert.deepInclude((await good()) as object, { text: 'tea', fileName: 'club.md' });
  });
  it('are stopped when their request is cancelled', async () => {
    const slow = by(endless);
    await editor.ask('meetlog/summary', { textDocument });
    editor.notify('$/cancelRequest', { id: 2 });
    assert.equal((await slow).error?.code, -32800);
    assert.deepInclude((await good()) as object, { text: 'tea' });
  });
  it('are run again if the log changes meanwhile', async () => {
    const slow = by('{% for i in (1..300000) %}{% endfor %}{{ topics[0].text }}');
    await editor.ask('meetlog/summary', { textDocument });
    editor.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: meeting('10:01:00 <ann> #topic cake\n') }],
    });
    const { result, error } = await slow;
    // A slow machine may be too slow for it.
    if (!error) assert.include((result as { text: string }).text, 'cake');
    assert.deepInclude((await good()) as object, { text: 'cake' });
  });
  it('are stopped when the log is closed', async () => {
    const slow = by(endless);
    await editor.ask('meetlog/summary', { textDocument });
    editor.notify('textDocument/didClose', { textDocument });
    assert.isNull((await slow).result);
  });
  it('must have a text and a name', async () => {
    for (const template of [5, [], { name: 5, text: '' }, { name: 'x' }, 'x']) {
      const { error } = await editor.ask('meetlog/minutes', { textDocument, meeting: 0, format: 'template', template });
      assert.equal(error?.code, -32602);
    }
  });
});
