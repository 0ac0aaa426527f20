import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { assert } from 'chai';
import fc from 'fast-check';
import type { Minutes } from '../../server/src/minutes/minutes.js';
import { writerNamed, writers } from '../../server/src/minutes/writers.js';
import { hostileNick, hostileText } from '../helpers/hostile.js';
import { minutesOfText } from '../helpers/logs.js';

/** A log with such texts in every position. */
const log = fc
  .record({
    owner: hostileNick,
    bob: hostileNick,
    title: hostileText,
    topic: hostileText,
    items: fc.array(fc.tuple(fc.nat(8), hostileText), { maxLength: 8 }),
    said: hostileText,
    name: hostileText,
  })
  .map(({ owner, bob, title, topic, items, said, name }) =>
    [
      `10:00:00 <${owner}> #startmeeting ${title}`,
      `10:00:01 <${bob}> Meeting started ${said}`,
      `10:00:02 <${owner}> #meetingname ${name}`,
      `10:00:03 <${owner}> #chair ${bob}`,
      `10:00:04 <${owner}> #topic ${topic}`,
      ...items.map(([type, words]) => `10:00:05 <${owner}> ${commands[type]} ${words}`),
      `10:00:06 <${owner}> #action ${bob} ${said}`,
      `10:00:07 <${bob}> ${said}`,
      `10:00:08 * ${bob.split(' ')[0]} ${said}`,
      `10:00:09 <${owner}> #endmeeting`,
    ].join('\n'),
  );
const commands = ['#info', '#topic', '#agreed', '#accepted', '#rejected', '#idea', '#help', '#link', '#action'];

const written = (name: string, minutes: Minutes) => writerNamed(name)?.write(minutes, {}) ?? '';
const plain = writers.filter(({ name }) => name !== 'template');

describe('hostile chats', () => {
  const check = (test: (minutes: Minutes) => void, numRuns = 300) =>
    fc.assert(
      fc.property(log, (source) => test(minutesOfText(source))),
      { numRuns },
    );

  it('make no writer throw or lose a line', () => {
    fc.assert(
      fc.property(log, (source) => {
        for (const options of [{}, { bugCompatible: true }]) {
          const minutes = minutesOfText(source, 'club.log', options);
          for (const { write } of plain) assert.isNotEmpty(write(minutes, options));
        }
      }),
    );
  });

  it('make no writer throw with nicks and lines of 64 KB', () => {
    for (const filler of ['x', '<', '`', '*', '[', 'http://', ' ', '😀', 'WikiWord', '\\']) {
      const long = filler.repeat(65_536 / filler.length);
      const source = `10:00 <o${long}> #startmeeting ${long}\n10:01 <o${long}> #topic ${long}\n10:02 <o${long}> #action ${long}\n10:03 * ${long.trim() || 'x'} ${long}\n`;
      const minutes = minutesOfText(source);
      for (const { write } of plain) assert.isNotEmpty(write(minutes, {}));
    }
  });

  it('lose nothing in JSON', () => {
    const validate = new Ajv({ strictTypes: false }).compile(
      JSON.parse(readFileSync('server/minutes.schema.json', 'utf8')),
    );
    check((minutes) => {
      const { generator: _, ...read } = JSON.parse(written('json', minutes));
      assert.isTrue(validate(JSON.parse(written('json', minutes))), JSON.stringify(validate.errors));
      assert.deepEqual(read, minutes);
      for (const { write } of plain) assert.equal(write(read, {}), write(minutes, {}));
    }, 50);
  });
});
