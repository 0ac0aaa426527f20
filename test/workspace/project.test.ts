import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { assert } from 'chai';
import { emptyProject, projectOf } from '../../server/src/workspace/project.js';

/** The faults of a text, each as `line:start-end message`. */
function faultsOf(text: string): string[] {
  return projectOf(text).faults.map(({ line, start, end, message }) => `${line}:${start}-${end} ${message}`);
}

describe('the project’s file', () => {
  const whole = {
    $schema: 'https://meetlog.example/meetlog.schema.json',
    people: [{ name: 'Ann Lee', nicks: ['ann', 'ann_', '@ann:example.org'], email: 'ann@example.org', voter: true }],
    links: [{ pattern: '#(\\d+)', url: 'https://example.org/issues/$1' }],
    actions: [{ log: 'club.log', text: 'oil the saw', state: 'done', date: '2031-03-20' }],
    ignore: [{ code: 'invalid-link', log: 'y/club.log', text: 'lists.example.org:8080' }],
    quorum: 5,
  };

  it('is read as it is written', () => {
    const { $schema, ...project } = whole;
    assert.deepEqual(projectOf(JSON.stringify(whole)).project, project as never);
    assert.isEmpty(faultsOf(JSON.stringify(whole, null, 2)));
  });
  it('may be empty', () => {
    assert.deepEqual(projectOf('{}').project, emptyProject);
    assert.isEmpty(faultsOf('{}'));
    assert.isEmpty(faultsOf('\uFEFF{}'));
    assert.deepEqual(faultsOf(''), ['0:0-0 A value is missing.']);
    assert.deepEqual(faultsOf('[]'), ['0:0-2 This must be an object: { … }.']);
  });
  it('accepts what its JSON Schema does', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('server/meetlog.schema.json', 'utf8')));
    for (const change of [
      {},
      { quorum: 0 },
      { quorum: 1.5 },
      { quorum: '5' },
      { people: {} },
      { people: [{ nicks: [] }] },
      { people: [{ name: 'Ann', nicks: 'ann' }] },
      { people: [{ name: 'Ann', nicks: [5] }] },
      { people: [{ name: 'Ann', nicks: [], email: 'ann' }] },
      { people: [{ name: 'Ann', nicks: [], voter: 'yes' }] },
      { people: [{ name: '', nicks: [] }] },
      { actions: [{ log: 'a', text: 'b', state: 'open' }] },
      { actions: [{ log: 'a', text: 'b', state: 'done', date: '20 March' }] },
      { ignore: [{ code: 'bird' }] },
      { ignore: [{ code: 'invalid-link', txt: 'x' }] },
      { birds: [] },
    ]) {
      const text = JSON.stringify({ ...whole, ...change });
      assert.equal(projectOf(text).faults.length === 0, validate(JSON.parse(text)), text);
    }
  });
  it('loses only the entries with faults, each named with its place', () => {
    const text = [
      '{ "people": [',
      '    { "name": "Ann Lee", "nicks": ["ann"] },',
      '    { "name": "Bob", "nicks": ["bob"], "voter": "yes" }',
      '  ],',
      '  "ignore": [{ "code": "invalid-lnk" }, { "code": "invalid-link", "logs": "a.log" }, { "code": "invalid-link" }, {}],',
      '  "quorum": 0 }',
    ].join('\n');
    const { project } = projectOf(text);
    assert.deepEqual(
      project.people.map(({ name }) => name),
      ['Ann Lee'],
    );
    assert.deepEqual(project.ignore, [{ code: 'invalid-link' }]);
    assert.isUndefined(project.quorum);
    assert.deepEqual(
      faultsOf(text).map((fault) => fault.slice(0, 45)),
      [
        '2:48-53 This must be true or false.',
        '4:23-36 This must be “bridged-command”, “chai',
        '4:66-72 There is no “logs” here, only “code”,',
        '4:113-115 “code” is missing.',
        '5:12-13 This must be at least 1.',
      ],
    );
  });
  it('is read around what is not JSON', () => {
    const text =
      '{\n  // people\n  "people": [{ "name": "Ann", "nicks": ["ann"] }\n    { "name": "Bob", "nicks": [] },],\n  "quorum": 3\n';
    assert.deepEqual(faultsOf(text), [
      '1:2-11 Comments are not allowed in JSON.',
      '3:4-5 A comma is missing.',
      '3:35-36 A value is missing.',
      '5:0-0 A closing brace is missing.',
    ]);
    const { people, quorum } = projectOf(text).project;
    assert.deepEqual([people.map(({ name }) => name), quorum], [['Ann', 'Bob'], 3]);
  });
  it('never reads half of an entry, which might ignore more', () => {
    for (const half of ['"log" ', '"log": ', '"log": club', '"text": "x']) {
      assert.isEmpty(projectOf(`{ "ignore": [{ "code": "invalid-link", ${half}}] }`).project.ignore, half);
    }
    assert.isEmpty(projectOf('{ "ignore": [{ "code": "invalid-link"').project.ignore);
  });
  it('gives a nick to one person only', () => {
    const text = '{ "people": [{ "name": "Ann", "nicks": ["a", "A"] }, { "name": "Amy", "nicks": ["@a", "amy"] }] }';
    assert.deepEqual(projectOf(text).project.people, [
      { name: 'Ann', nicks: ['a'] },
      { name: 'Amy', nicks: ['amy'] },
    ]);
    assert.deepEqual(faultsOf(text), [
      '0:45-48 The nick “A” is here twice; it is ignored here.',
      '0:80-84 The nick “@a” belongs to Ann; it is ignored here.',
    ]);
  });
  it('names logs below its folder, and days that exist', () => {
    for (const log of ['/a.log', '../a.log', 'a/../b.log', 'file:///a.log', 'y\\\\a.log', 'a//b.log']) {
      assert.lengthOf(faultsOf(`{ "ignore": [{ "code": "invalid-link", "log": "${log}" }] }`), 1, log);
    }
    const done = (date: string) =>
      `{ "actions": [{ "log": "a.log", "text": "x", "state": "done", "date": "${date}" }] }`;
    assert.isEmpty(faultsOf(done('2032-02-29')));
    assert.deepEqual(faultsOf(done('2031-02-29')), ['0:70-82 There is no such day as 2031-02-29.']);
  });
  it('survives hostile texts', () => {
    const deep = '['.repeat(200_000);
    assert.deepEqual(faultsOf(`{ "people": ${deep}`), ['0:61-62 This file is not read: it is nested too deeply.']);
    assert.deepEqual(faultsOf(' '.repeat(1_000_001)), [
      '0:0-1 This file is not read: it has more than 1,000,000 characters.',
    ]);
    const { project, faults } = projectOf(
      '{ "__proto__": { "quorum": 2 }, "constructor": 1, "quorum": 1, "quorum": 2 }',
    );
    assert.equal(project.quorum, 1);
    assert.lengthOf(faults, 3);
    const person = projectOf('{ "people": [{ "name": "A", "nicks": [], "__proto__": { "voter": true } }] }').project
      .people;
    assert.isEmpty(person);
    assert.isAtMost(faultsOf(`{ "people": [${'1,'.repeat(100_000)}1] }`).length, 100);
    assert.isAtMost(faultsOf(`{ ${'"a":1,'.repeat(100_000)}"b":1 }`).length, 100);
  });
});
