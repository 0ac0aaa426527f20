import { assert } from 'chai';
import { fitted } from '../../../server/src/minutes/page/fitted.js';
import { themedStyle } from '../../../server/src/minutes/page/pageStyle.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { meeting, minutesOfText } from '../../helpers/logs.js';

describe('the timeline', () => {
  const page = (title: string, from: string, to: string) => {
    const text = meeting(`${from} <ann> #topic ${title}\n${to} <ann> #topic next\n`);
    return writerNamed('page')?.write(minutesOfText(text), {}) ?? '';
  };
  /** The text in the band of the first topic; undefined if it is too narrow. */
  const shown = (title: string, from: string, to: string) =>
    /<rect class="band"[^>]*>(?:<text [^>]*>([^<]*)<\/text>)?/.exec(page(title, from, to))?.[1];

  it('has the title of a topic in its band, cut between words', () => {
    assert.equal(shown('Tea', '10:00:00', '10:30:00'), 'Tea');
    assert.equal(shown('Tea and cups', '10:00:00', '10:30:00'), 'Tea and cups');
    assert.equal(shown('Tea and cups', '10:00:00', '10:07:40'), 'Tea and…');
    assert.equal(shown('Tea and cups', '10:00:00', '10:04:20'), 'Tea…');
    assert.equal(shown('Teacup', '10:00:00', '10:02:55'), 'Teacup');
    assert.isUndefined(shown('Tea and cups', '10:00:00', '10:02:00'));
  });
});

describe('a text in a picture', () => {
  it('is cut to a width, whatever its letters are', () => {
    assert.equal(fitted('noor', 98), 'noor');
    assert.equal(fitted('somebody_who_likes', 98), 'somebody_w…');
    assert.equal(fitted('MMMMMMMMM', 98), 'MMMMMMM…');
    assert.equal(fitted('illi1illi1illi1ll', 98), 'illi1illi1illi1ll');
    assert.equal(fitted('会議会議会議会議', 98), '会議会議会議…');
    assert.equal(fitted('e\u0301'.repeat(12), 98), 'e\u0301'.repeat(12));
  });
  it('is cut between characters, and after no space', () => {
    assert.equal(fitted('tea and cups', 40), 'tea…');
    assert.equal(fitted('😀😀😀', 25), '😀…');
  });
  it('is left out where nothing of it fits', () => {
    assert.isUndefined(fitted('tea', 12));
    assert.equal(fitted('', 0), '');
  });
});

describe('the pictures', () => {
  const page = (text: string) => writerNamed('page')?.write(minutesOfText(meeting(text)), {}) ?? '';
  const talk = (people: number) =>
    Array.from({ length: people - 1 }, (_, index) => `10:0${index % 10}:30 <guest${index}> hi\n`).join('');

  it('show how many speakers they leave out', () => {
    assert.notInclude(page(talk(10)), 'who said most');
    const captions = (text: string) => [...page(text).matchAll(/<figcaption>([^<]*)/g)].map(([, caption]) => caption);
    const rest = 'Only the 10 people who said most are shown;';
    assert.deepEqual(captions(talk(11)), [
      `Decisions (◆) and actions (▲), and who spoke when. ${rest} one more person spoke.`,
      `Shares of the lines said. ${rest} one more person spoke.`,
    ]);
    assert.include(page(talk(15)), `${rest} 5 more people spoke.</desc>`);
    assert.include(captions(`10:00:01 <ann> #topic x\n${talk(15)}`)[0], 'Topics over time with their decisions (◆)');
  });
  it('have no row for topics where there are none', () => {
    const height = (text: string) => Number(/<svg class="times" height="(\d+)"/.exec(page(text))?.[1]);
    assert.equal(height('10:01:00 <ann> #topic x\n') - height('10:01:00 <ann> hi\n'), 26);
    assert.notInclude(page('10:01:00 <ann> hi\n'), 'y="30"');
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
  it('has no colours of its own except black and white', () =>
    assert.deepEqual([...new Set(themedStyle.match(/#[0-9a-f]{3,8}\b(?=[^{}]*[;}])/gi))], ['#000', '#fff']));
  it('breaks no words in tables except nicks', () => {
    assert.match(themedStyle, /\nth, td \{[^}]*overflow-wrap: normal;/);
    assert.match(themedStyle, /\ntbody th \{[^}]*overflow-wrap: anywhere;/);
  });
});
