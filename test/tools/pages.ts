import { readFileSync } from 'node:fs';
import { indexed, writeIndex } from '../../server/src/minutes/page/indexPage.js';
import { writerNamed } from '../../server/src/minutes/writers.js';
import { minutesOfText } from '../helpers/logs.js';

const said = '"><img src=x onerror=alert(1)> </main> & \u202e {{ x }} http://a.example/<b>';
const logs: Readonly<Record<string, string>> = {
  'repair-cafe.log': readFileSync('test/fixtures/repair-cafe.log', 'utf8'),
  'rooftop-garden.log': readFileSync('examples/rooftop-garden.log', 'utf8'),
  'empty.log': '10:00 <ann> #startmeeting\n',
  'long.log': [
    '09:55 <ann> #startmeeting a long one',
    '10:00 <somebody_who_likes_long_nicks> hello',
    ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((hour) => [
      `1${hour}:02 <ann> #topic All that is left`,
      `1${hour}:04 <WWWWWWWWWWWW${hour}> hi`,
    ]),
    '17:58 <會議會議會議會議會議> hello',
    '18:00 <ann> #endmeeting\n',
  ].join('\n'),
  'hostile.log': ['startmeeting', 'topic', 'info', 'agreed', 'action', 'link', 'topic']
    .map((command, minute) => `10:0${minute} <a"'<b> #${command} ${said}\n`)
    .join(''),
};

/** Every page that Meetlog writes, of several logs: its name and its HTML. */
export const pages: readonly { readonly name: string; readonly html: string }[] = [
  ...Object.entries(logs).flatMap(([file, text]) => {
    const minutes = minutesOfText(text, file);
    return ['page', 'html', 'log-html', 'w3c-html'].map((format) => ({
      name: `${file} as ${format}`,
      html: writerNamed(format)?.write(minutes, {}) ?? '',
    }));
  }),
  {
    name: 'index',
    html: writeIndex(
      Object.entries(logs).map(([file, text]) =>
        indexed(minutesOfText(text, file), [{ title: 'Web Page', path: `${file}.html` }]),
      ),
    ),
  },
];
