import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import type { Minutes, MinutesParagraph, MinutesScribe } from '../../../server/src/minutes/minutes.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { minutesOfText } from '../../helpers/logs.js';

const minutes = minutesOfText(readFileSync('test/fixtures/garden-guild.log', 'utf8'), 'garden-guild.log');
const scribe = minutes.scribe as MinutesScribe;

describe('a very long discussion', () => {
  // If time grew with its square, the timeout would end it.
  it('is written in time proportional to it', function () {
    this.timeout(120_000);
    const long = (count: number): Minutes => ({
      ...minutes,
      entries: [],
      scribe: {
        ...scribe,
        discussion: Array.from({ length: count }, (_, index) => ({
          ...(scribe.discussion[0] as MinutesParagraph),
          kind: index % 5 === 0 ? 'resolution' : 'speech',
          speaker: 'Ann',
          lines: [`words of ${index}`, 'and more'],
        })),
      },
    });
    const longest = long(30_000);
    for (const { name, write } of writers.filter((one) => !['template', 'log-html'].includes(one.name))) {
      assert.include(write(longest, {}), 'words of 29999', name);
    }
  });
});
