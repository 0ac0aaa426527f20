import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { isoTime, stampOf, timeInName } from '../../server/src/convert/canonicalStamp.js';
import { converterFor, converters } from '../../server/src/convert/converters.js';
import { convertText } from '../../server/src/convert/convertText.js';
import { LogWriter } from '../../server/src/convert/logWriter.js';
import { safeNick } from '../../server/src/convert/safeText.js';
import { readLine } from '../../server/src/log/layouts/layout.js';
import { layoutNamed } from '../../server/src/log/layouts/layouts.js';

describe('a file to convert', () => {
  it('is recognised by its content, behind a byte-order mark too', () => {
    assert.equal(converterFor('\uFEFFWEBVTT\n\n', 'a.log'), 'webvtt');
    assert.equal(converterFor('\uFEFF {"zerver_message": [', 'a.log'), 'zulip');
  });
  it('is nothing else', () => {
    const files = [
      'package.json',
      'biome.json',
      'README.md',
      'docs',
      'examples',
      'server',
      'test/fixtures',
      'test/project',
    ];
    for (const file of files.flatMap((path) => (path.includes('.') ? [path] : listed(path))))
      if (!/\.log\.html$/.test(file)) assert.isUndefined(converterFor(readFileSync(file, 'utf8'), file), file);
    for (const text of [
      '',
      '[]',
      '{}',
      '{"messages": []}',
      'WEBVTTX',
      '<@a:b>\nhello\n',
      '12:00 <ada> hi',
      'AuthorID,Name',
    ])
      assert.isUndefined(converterFor(text, ''), text);
  });
  it('is converted by a named converter, if it has nothing to recognise it by', async () => {
    assert.isUndefined(convertText('[]', ''));
    assert.deepEqual(await convertText('[]', '', { from: 'slack' }), {
      log: '',
      name: 'slack',
      title: converters[0].title,
      messages: 0,
      notes: ['Times are in UTC.'],
    });
  });
  it('lets others have their turn', async () => {
    let turns = 0;
    const pause = async () => void turns++;
    const { log = '' } =
      (await convertText(`WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\n${'y\n\n'.repeat(200_000)}`, '', { pause })) ?? {};
    assert.equal(log, '00:00:01 <unknown> x\n');
    assert.equal(turns, 3);
  });
  it('says after what it is no JSON, or cut off', async () => {
    const message = '{"type":"message","user":"U1","text":"a","ts":"1931288283.0"}';
    const notes = async (text: string) => (await convertText(text, ''))?.notes.slice(1) ?? [];
    assert.deepEqual(await notes(`[${message},${message.slice(0, 30)}`), [
      'It is cut off: only the first message is complete.',
    ]);
    assert.deepEqual(await notes(`[${message},${message},`), [
      'It is cut off: only the first 2 messages are complete.',
    ]);
    assert.match(
      (await notes(`[${message},{"ts": NaN}]`))[0] ?? '',
      /^It is not JSON after the first message, and the rest is left out: /,
    );
    assert.deepEqual(await notes(`[${message}] \n`), []);
    assert.match((await notes(`[${message}] x`))[0] ?? '', /^It is not JSON after the first message/);
  });
});

function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:png|test\.ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the log of a file', () => {
  const written = (run: (log: LogWriter) => void) => {
    let text = '';
    const log = new LogWriter((part) => {
      text += part;
    });
    run(log);
    log.end();
    return text;
  };
  it('is read as it is written', () => {
    const layout = layoutNamed('irssi-iso');
    for (const [nick, text] of [
      ['ada', 'hi'],
      ['Ada Moss', ' indented: <x> * y'],
      ['x (bot) [y]', '\ttab'],
      ['漢字', '-!- ada has joined'],
    ] as const) {
      const line = written((log) => log.say('2031-03-14 20:58:03', nick, text)).trimEnd();
      const read = layout && readLine(layout, line);
      assert.equal(read?.kind, 'message', line);
      assert.equal(read?.nick, nick);
      assert.equal(line.slice(read?.textStart, read?.textEnd), text);
    }
  });
  it('has actions of people with one name, and events', () => {
    const layout = layoutNamed('irssi-iso');
    const kinds = written((log) => {
      log.say('2031-03-14 20:58:03', 'ada', 'waves', true);
      log.say('2031-03-14 20:58:03', 'Ada Moss', 'waves', true);
      log.event('2031-03-14 20:58:03', 'ada has joined');
      log.event('2031-03-14 20:58:03', 'Ada Moss has joined');
    });
    const read = kinds
      .trimEnd()
      .split('\n')
      .map((line) => layout && readLine(layout, line));
    assert.deepEqual(
      read.map((line) => [line?.kind, line?.nick]),
      [
        ['action', 'ada'],
        ['message', 'Ada Moss'],
        ['join', 'ada'],
        ['notice', ''],
      ],
    );
  });
  it('has no control characters, and no blank lines', () =>
    assert.equal(
      written((log) => log.say('2031-03-14 20:58:03', 'ada', 'a\u0000\u001b[1m\tb\u2028\u0085 \r\n\v\u009fc  ')),
      '2031-03-14 20:58:03 <ada> a[1m\tb\n2031-03-14 20:58:03 <ada> c\n',
    ));
  it('keeps the order of messages with equal and slightly mixed times', () => {
    const lines = (...stamps: readonly string[]) =>
      written((log) => {
        for (const [index, stamp] of stamps.entries()) log.say(stamp, 'a', String(index));
      })
        .match(/\d+$/gm)
        ?.join('');
    assert.equal(lines('20:58:03', '20:58:03', '20:58:03'), '012');
    assert.equal(lines('20:58:03', '20:58:01', '20:58:04', '20:58:05'), '0123');
    assert.equal(lines('20:58:05', '20:58:05', '20:58:04', '20:58:03'), '3210');
    const many = Array.from({ length: 500 }, (_, index) => `20:5${9 - Math.floor(index / 60)}:00`);
    assert.match(lines(...many) ?? '', /^499498.*210$/);
  });
});

describe('a nick', () => {
  for (const [name, nick] of [
    ['Ada Moss', 'Ada Moss'],
    [' @+Ada\t\n Moss ', 'Ada Moss'],
    ['<b>Ada</b>', 'b Ada /b'],
    ['\u202eada\u200b', 'ada'],
    ['😀'.repeat(100), '😀'.repeat(60)],
    ['<>', ''],
  ] as const)
    it(`is safe: ${JSON.stringify(name.slice(0, 20))}`, () => assert.equal(safeNick(name), nick));
});

describe('a stamp', () => {
  it('is one of a year with four digits', () => {
    assert.equal(stampOf(0), '1970-01-01 00:00:00');
    for (const none of [Number.NaN, -1, 1e15, Number.POSITIVE_INFINITY]) assert.isUndefined(stampOf(none));
  });
  it('is read from ISO dates that exist', () => {
    for (const [text, stamp] of [
      ['2031-03-14', '2031-03-14 00:00:00'],
      ['2031-03-14T20:58:03.1234567+01:00', '2031-03-14 19:58:03'],
      ['2031-03-14 20:58 -0130', '2031-03-14 22:28:00'],
      ['2031-02-30', undefined],
      ['2031-13-01', undefined],
      ['2031-03-14 25:00', undefined],
      ['14.3.2031', undefined],
    ] as const)
      assert.equal(stampOf(isoTime(text)), stamp, text);
  });
  it('is read from the name of a file', () => {
    for (const [name, stamp] of [
      ['GMT20310314-205810_Recording.transcript.vtt', '2031-03-14 20:58:10'],
      ['lamps.2031-03-14-20.58.log.html', '2031-03-14 20:58:00'],
      ['20310314.sbv', '2031-03-14 00:00:00'],
      ['9-99999999.vtt', undefined],
      ['call.vtt', undefined],
    ] as const)
      assert.equal(stampOf(timeInName(name)), stamp, name);
  });
});
