import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Position, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { abilitiesOf } from '../../server/src/features/abilities.js';
import { definition } from '../../server/src/features/definition.js';
import { documentHighlights } from '../../server/src/features/documentHighlights.js';
import { references } from '../../server/src/features/references.js';
import { rename } from '../../server/src/features/rename.js';
import { finish } from '../../server/src/log/steps.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { hoverAt, logOf, uri } from '../helpers/logs.js';

/** A folder with real logs; see `realLogs.test`. */
const folder = process.env.MEETLOG_LOGS ?? '';

(existsSync(folder) ? describe : describe.skip)('a real log in an editor', () => {
  const name = 'openstack-heat-2012-04-23.supybot';
  const text = existsSync(folder) ? readFileSync(join(folder, 'corpus', `${name}.log`), 'utf8') : '';
  const log = logOf(text, `${name}.log`);
  /** The position of a part of a line, given with its 1-based number. */
  const at = (line: number, part: string): Position => {
    const character = log.text.text(line - 1).indexOf(part);
    if (character < 0) throw new Error(`line ${line} has no ${part}`);
    return { line: line - 1, character };
  };
  const highlighted = (line: number, part: string) => finish(documentHighlights(log, at(line, part)));
  const defined = (line: number, part: string) => {
    const range = finish(definition(log, uri, at(line, part)))?.range;
    return range && range.start.line + 1;
  };

  it('has the card of a person wherever one is named', () => {
    for (const [line, part] of [
      [4, 'asalkeld'],
      [14, 'funzo:'],
      [5, 'jpeeler'],
    ] as const) {
      const card = JSON.stringify(hoverAt(log, at(line, part))?.contents);
      assert.include(card, `**${part.replace(':', '')}** · chair`);
    }
  });
  it('highlights people, and neither times nor talk', () => {
    assert.isEmpty(highlighted(14, '21'));
    assert.isEmpty(highlighted(42, 'agenda'));
    assert.isAtLeast(highlighted(9, 'sdake').length, 126);
  });
  it('has the items of a topic as its references', () => {
    const lines = finish(references(log, uri, at(175, '#topic'), true)).map(({ range }) => range.start.line + 1);
    assert.deepEqual(lines, [199, 243, 266, 308]);
  });
  it('has definitions', () => {
    assert.equal(defined(429, '#endmeeting'), 1);
    for (const part of ['Current', 'chairs', 'asalkeld', 'shardy']) assert.equal(defined(5, part), 4, part);
    assert.equal(defined(14, 'funzo:'), 1);
  });
  it('renames someone without a trace or a new problem', () => {
    const edit = finish(rename(log, { uri, version: 1 }, at(12, 'zaneb'), 'zoe', abilitiesOf({})));
    const document = TextDocument.create(uri, '', 1, text);
    const renamed = TextDocument.applyEdits(document, (edit.changes?.[uri] ?? []) as TextEdit[]);
    assert.notInclude(renamed.toLowerCase(), 'zaneb');
    const codes = (one: string) => problems(logOf(one, `${name}.log`)).map(({ code, line }) => `${line} ${code}`);
    assert.deepEqual(codes(renamed), codes(text));
    assert.lengthOf(codes(renamed), 3);
  });
  it('does not rename the bot', () => {
    const bot = () => rename(log, { uri, version: 1 }, at(2, 'mheat-bot'), 'zoe', abilitiesOf({}));
    assert.throws(() => finish(bot()), 'is the bot');
  });
});
