import { assert } from 'chai';
import { themedStyle } from '../../../server/src/minutes/page/pageStyle.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { meeting, minutesOfText } from '../../helpers/logs.js';

describe('the time line', () => {
  const page = (title: string, from: string, to: string) => {
    const text = meeting(`${from} <ann> #topic ${title}\n${to} <ann> #topic next\n`);
    return writerNamed('page')?.write(minutesOfText(text), {}) ?? '';
  };
  /** What is written in the band of the first topic; undefined if it is too narrow. */
  const shown = (title: string, from: string, to: string) =>
    /<rect class="band"[^>]*>(?:<text x="[^"]*" y="45">([^<]*)<\/text>)?/.exec(page(title, from, to))?.[1];

  it('has the title of a topic in its band, cut where it ends', () => {
    assert.equal(shown('Tea', '10:00:00', '10:30:00'), 'Tea');
    assert.equal(shown('Tea and cups', '10:00:00', '10:05:00'), 'Tea a…');
    assert.equal(shown('Teacup', '10:00:00', '10:05:00'), 'Teacup');
    assert.equal(shown('Tea and cups', '10:00:00', '10:02:40'), 'Te…');
    assert.isUndefined(shown('Tea and cups', '10:00:00', '10:02:30'));
  });
});

describe('the style of the preview', () => {
  it('is that of the page, in the colours of the theme', () => {
    for (const part of [
      '--vscode-editor-foreground',
      '--vscode-focusBorder',
      'vscode-high-contrast',
      '.nick',
      '[aria-current]',
    ])
      assert.include(themedStyle, part);
  });
  it('has no colour of its own but black and white', () =>
    assert.deepEqual([...new Set(themedStyle.match(/#[0-9a-f]{3,8}\b(?=[^{}]*[;}])/gi))], ['#000', '#fff']));
  it('breaks no word of a table but nicks', () => {
    assert.match(themedStyle, /\nth, td \{[^}]*overflow-wrap: normal;/);
    assert.match(themedStyle, /\ntbody th \{[^}]*overflow-wrap: anywhere;/);
  });
});
