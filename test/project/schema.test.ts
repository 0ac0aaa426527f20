import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import { assert } from 'chai';
import { outline } from '../../server/src/reports/outline.js';
import { logOf, meeting } from '../helpers/logs.js';
import { schemaOf } from '../tools/generate/schema.js';

const minutesFile = 'server/src/minutes/minutes.ts';

describe('the schema of a type', () => {
  it('has its doc comments and their tags', () => {
    const { description, required, properties } = schemaOf('server/src/minutes/minutesMoment.ts', 'Moment');
    assert.equal(description, 'A 1-based line of the log and its time `HH:MM:SS`, null if the log has none.');
    assert.deepEqual(required, ['line', 'time']);
    assert.deepEqual((properties as Record<string, unknown>).line, {
      description: 'The line of the log, 1-based.',
      type: 'integer',
      minimum: 1,
    });
    assert.deepEqual((properties as Record<string, unknown>).time, {
      type: ['string', 'null'],
      description: '`HH:MM:SS`, null if the log has none.',
      pattern: '^\\d{2}:\\d{2}:\\d{2}$',
    });
  });
  it('requires everything that is not optional', () => {
    const { required, properties } = schemaOf(minutesFile, 'MinutesItem');
    const optional = Object.keys(properties as object).filter((name) => !(required as string[]).includes(name));
    assert.deepEqual(optional, ['link', 'assignees', 'ofVote']);
  });
  it('keeps the names of types that others refer to', () => {
    const { properties, $defs } = schemaOf(minutesFile, 'MinutesVote');
    assert.deepInclude((properties as Record<string, unknown>).end, {
      anyOf: [{ $ref: '#/$defs/Moment' }, { type: 'null' }],
    });
    assert.hasAllKeys($defs, ['Moment']);
  });
  it('fails for types that do not exist or that JSON does not have', () => {
    assert.throws(() => schemaOf(minutesFile, 'Bird'), 'TypeScript finds no Bird');
    assert.throws(() => schemaOf('server/src/birds.ts', 'Moment'), 'TypeScript finds no Moment');
    assert.throws(() => schemaOf('server/src/log/layouts/layout.ts', 'Layout'), 'JSON has no');
  });
});

describe('the schema of outlines', () => {
  let validate: ValidateFunction;

  before(() => {
    validate = new Ajv().compile(JSON.parse(readFileSync('server/outline.schema.json', 'utf8')));
  });

  /** Whether it accepts an outline whose first item is changed. */
  const takes = (said: string, change: Record<string, unknown>) => {
    const { meetings, ...others } = JSON.parse(
      JSON.stringify(outline(logOf(meeting(`10:01:00 <ann> ${said}\n`)), 'x.log')),
    );
    const [{ items, ...one }] = meetings;
    return validate({ ...others, meetings: [{ ...one, items: [{ ...items[0], ...change }] }] });
  };

  it('requires the parts of links, and only of links', () => {
    assert.isTrue(takes('#link http://a.example', {}));
    assert.isFalse(takes('#link http://a.example', { url: undefined }));
    assert.isTrue(takes('#info tea', {}));
    assert.isFalse(takes('#info tea', { url: 'http://a.example' }));
  });
  it('accepts what a bot records, including a subtopic without a topic, and nothing unknown', () => {
    assert.isTrue(takes('#subtopic tea', {}));
    assert.isTrue(takes('#info tea', { type: 'SUBTOPIC' }));
    assert.isFalse(takes('#info tea', { type: 'TOPIC' }));
    assert.isFalse(takes('#info tea', { bird: 'tit' }));
  });
});
