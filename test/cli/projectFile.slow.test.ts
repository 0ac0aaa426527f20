import { assert } from 'chai';
import { Desk } from '../helpers/commandLine.js';
import { meeting } from '../helpers/logs.js';

const log = meeting('10:01 <ann> #link lists.example\n10:02 <ann> #link birds.example\n');
const ignored = { code: 'invalid-link', text: 'lists.example' };

describe('meetlog.json on the command line', () => {
  const desk = Desk.forEach({ 'logs/a.log': log, 'logs/old/b.log': log });
  const project = (content: unknown) => ({ 'meetlog.json': JSON.stringify(content) });
  const codes = () => [...desk.check('check logs', 0).matchAll(/^(\S+?):\d.*\[(.*)\]$/gm)].map(([, file]) => file);

  it('makes check ignore problems of logs below it', () => {
    assert.deepEqual(codes(), ['logs/a.log', 'logs/a.log', 'logs/old/b.log', 'logs/old/b.log']);
    desk.write(project({ ignore: [{ ...ignored, log: 'logs/old/b.log' }] }));
    assert.deepEqual(codes(), ['logs/a.log', 'logs/a.log', 'logs/old/b.log']);
    desk.write(
      project({
        ignore: [
          { ...ignored, log: 'b.log' },
          { code: 'invalid-link', log: 'a.log' },
        ],
      }),
    );
    assert.deepEqual(codes(), ['logs/old/b.log']);
    assert.include(desk.check('check logs', 0), '2 logs, 2 meetings, 1 ');
    const [outline] = JSON.parse(desk.check('outline --json logs', 0));
    assert.isEmpty(outline.problems);
  });
  it('counts if it is the nearest', () => {
    desk.write({ ...project({ ignore: [{ code: 'invalid-link' }] }), 'logs/old/meetlog.json': '{}' });
    assert.deepEqual(codes(), ['logs/old/b.log', 'logs/old/b.log']);
  });
  it('is read in threads, and for a log from standard input with a name', () => {
    desk.write(project({ ignore: [{ code: 'invalid-link' }] }));
    const run = desk.shell('meetlog check - --stdin-filename logs/a.log < logs/a.log');
    assert.include(run.stdout, '1 log, 1 meeting, no problems');
    desk.write({ 'logs/large.log': log + '\n10:00 <ann> hi'.repeat(80_000) });
    assert.isEmpty(codes());
  });
  it('is reported with its faults, which fail nothing', () => {
    const bad = `{\n  "quorum": 0,\n  "links": [{ "pattern": "(", "url": "https://x.example" }],\n  "ignore": [${JSON.stringify(ignored)},]\n}\n`;
    desk.write({ 'meetlog.json': bad });
    const { status, stdout, stderr } = desk.run('check logs -f json');
    assert.equal(status, 0);
    assert.lengthOf(JSON.parse(stdout)[0].problems, 1);
    assert.deepEqual(stderr.split('\n').slice(0, 3), [
      'meetlog.json:2:13: warning: This must be at least 1.',
      'meetlog.json:3:13: warning: The pattern is not a valid RE2 expression: missing closing ) in “(”.',
      'meetlog.json:4:61: warning: A value is missing.',
    ]);
  });
});
