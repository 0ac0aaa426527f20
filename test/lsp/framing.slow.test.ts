import { assert } from 'chai';
import { broken } from './broken.js';
import { framed, RawEditor } from './raw.js';

describe('a server that gets something that is not a message', () => {
  let editor: RawEditor;
  beforeEach(async () => {
    editor = new RawEditor();
    await editor.initialize();
  });
  afterEach(() => editor.kill());

  for (const [name, [bytes, told]] of Object.entries(broken)) {
    it(`reports it, and answers what follows: ${name}`, async () => {
      editor.write(bytes);
      const next = editor.ask('meetlog/formats');
      const { error } = await editor.answer(({ id }) => id === null);
      assert.equal(error?.code, -32700);
      assert.match(error?.message ?? '', told);
      assert.isArray((await next).result);
      await editor.says(told);
    });
  }
  it('reports several at once, in order', async () => {
    const names = Object.keys(broken);
    for (const id of names) editor.write(`${broken[id]?.[0]}${framed({ jsonrpc: '2.0', id, method: 'nothing' })}`);
    for (const name of names) {
      const { id, error } = await editor.answer((sent) => sent.id !== null);
      assert.equal(id, name);
      assert.equal(error?.code, -32601);
    }
  });
});
