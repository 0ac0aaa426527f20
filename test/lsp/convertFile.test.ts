import { assert } from 'chai';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { convertFile } from '../../server/src/lsp/convertFile.js';

const slack = JSON.stringify([{ type: 'message', user: 'U1', text: 'hi <@U2>', ts: '1931288283.000100' }]);
const users = '[{ "id": "U1", "real_name": "Ada Moss" }, { "id": "U2", "real_name": "Finn Reed" }]';

describe('meetlog/convert', () => {
  it('answers with a log, its kind, and what is left out', async () =>
    assert.deepEqual(await convertFile({ text: slack, fileName: 'a.json', users }), {
      log: '2031-03-14 20:58:03 <Ada Moss> hi Finn Reed\n',
      title: 'Slack: a channel of an export (JSON)',
      messages: 1,
      notes: ['Times are in UTC.'],
    }));

  it('has no answer for what is no export, or readable as it is', async () => {
    for (const text of ['{}', '', '10:00 <ann> #startmeeting\n']) {
      assert.isNull(await convertFile({ text, fileName: 'a.log' }));
    }
  });

  it('ends if it is cancelled', async () => {
    const source = new CancellationTokenSource();
    source.cancel();
    const error = await convertFile({ text: slack, fileName: 'a.json' }, source.token).catch((reason) => reason);
    assert.instanceOf(error, ResponseError);
  });
});
