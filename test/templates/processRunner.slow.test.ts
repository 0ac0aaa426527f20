import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { assert } from 'chai';
import type { MinutesTemplate } from '../../server/src/minutes/template.js';
import { processRunner } from '../../server/src/templates/processRenderer.js';
import { meeting, minutesOfText } from '../helpers/logs.js';

const script = 'dist/templateProcess.js';
const minutes = minutesOfText(meeting('10:01 <ann> #agreed tea\n10:02 <ann> #action ann pours\n'));
const template = (text: string): MinutesTemplate => ({ name: 'own.liquid', text });
const good = template('{{ channel }}: {{ decisions[0].text }}');
const limits = { time: 400, memory: { heap: 96, all: 200 } };

/** Assigns a number of letters to `x`, by doubling. */
const letters = (doublings: number, letter = 'a') =>
  `{% assign x = "${letter}" %}{% for i in (1..${doublings}) %}{% assign x = x | append: x %}{% endfor %}`;
const long = /it took more than 0\.4 seconds\.$/;
/** Which limit is reached first depends on the speed of the machine; `liquid.test.ts` checks the messages. */
const either = /it took more |it is nested too deeply/;
/** Templates that exceed a limit. */
const bombs: Readonly<Record<string, readonly [text: string, told: RegExp]>> = {
  'outputs whose parsing is slow': ['{{x}}'.repeat(199_000), long],
  'outputs of much text': [`${letters(20)}${'{{x}}'.repeat(100_000)}`, either],
  'a long range': ['{% for i in (1..40000000) %}{% endfor %}', either],
  'a long range as a text': ['{{ (1..40000000) | join | size }}', either],
  'lists of long ranges': [
    '{% for i in (1..99) %}{% assign a = (1..4000000) %}{% assign b = b | push: a %}{% endfor %}',
    either,
  ],
  'nested loops': ['{% for a in (1..100000) %}{% for b in (1..100000) %}{{ a }}{% endfor %}{% endfor %}', long],
  'a loop of nothing': ['{% for a in (1..9999999) %}{% endfor %}', either],
  'a table of nothing': ['{% tablerow a in (1..9999999) %}{% endtablerow %}', either],
  doubling: [`${letters(64)}{{ x }}`, either],
  'doubling by capture': [
    '{% capture x %}aa{% endcapture %}{% for i in (1..64) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}',
    either,
  ],
  'doubling by capture, whole': [
    `{% capture x %}aa{% endcapture %}${'{% capture x %}{{ x }}{{ x }}{% endcapture %}'.repeat(28)}{{ x | upcase }}`,
    either,
  ],
  'a list of doubles': [`{% assign a = "a,b" | split: "," %}${'{% assign a = a | concat: a %}'.repeat(40)}`, either],
  'growing by a filter that counts nothing': [
    `${letters(24, '%')}{{ x | ${'url_encode | '.repeat(20)} size }}`,
    either,
  ],
  'growing by escapes': [`${letters(22, '&')}{{ x | ${'escape | '.repeat(9)} size }}`, either],
  'a text split into letters': [
    `${letters(24)}${'{% assign a = x | split: "" %}{% assign b = b | push: a %}'.repeat(3)}{{ b | size }}`,
    either,
  ],
  'replacing each letter': [`${letters(24)}{{ x | replace: "a", "bbbbbbbbbbbbbbbb" | size }}`, either],
  'sorting what is long': ['{% assign a = (1..9000000) | sort_natural | reverse | sort %}{{ a | size }}', either],
  'a wide date': ['{{ "now" | date: "%999999999d" }}', either],
  'the filter markdown': [`${letters(20)}{{ x | markdown | size }}`, /at most 1,000,000 characters/],
  'the filter rst': [`${letters(25)}{{ x | rst | size }}`, either],
  'the filter wrap': [`${letters(25, 'a ')}{{ x | wrap | size }}`, either],
  'tags in tags': ['{% if true %}'.repeat(70_000), either],
  'brackets in brackets': [`{{ ${'x['.repeat(100_000)}`, /not closed/],
  'a long tag': [`{% for ${' '.repeat(900_000)}`, /not closed/],
};

describe('a template in its own process', () => {
  const run = processRunner(script, limits);
  const failure = (text: string) => run(template(text), minutes).then(String, ({ message }: Error) => message);

  it('returns its text', async () => assert.equal(await run(good, minutes), '#club: tea'));
  it('fails with a message that says what is wrong', async () =>
    assert.match(await failure('{% if %}'), /^own\.liquid: .*line:1/));

  for (const [name, [text, expected]] of Object.entries(bombs)) {
    it(`is stopped if it exceeds a limit, and the next one runs: ${name}`, async () => {
      assert.match(await failure(text), expected);
      assert.equal(await run(good, minutes), '#club: tea');
    });
  }

  it('has a limit for its heap, and one for all memory', async () => {
    const range = template('{% for i in (1..40000000) %}{% endfor %}');
    const tell = ({ message }: Error) => message;
    const heap = processRunner(script, { time: 30_000, memory: { heap: 64, all: 8000 } });
    assert.match(String(await heap(range, minutes).catch(tell)), /it took more memory than a template may\.$/);
    // Less than Node itself needs.
    const all = processRunner(script, { memory: { heap: 64, all: 15 } });
    assert.match(String(await all(good, minutes).catch(tell)), /templates cannot be run here|took more memory/);
  });
  it('is stopped when it is no longer wanted', async () => {
    const endless = template('{% for a in (1..40000) %}{% for b in (1..40000) %}{% endfor %}{% endfor %}');
    const asked = Date.now();
    const patient = processRunner(script, { time: 60_000 });
    assert.isUndefined(await patient(endless, minutes, () => Date.now() > asked + 300));
    assert.equal(await patient(good, minutes), '#club: tea');
  });
  it('fails with a message if no process can be started', async () => {
    const message = await processRunner('dist/none.js')(good, minutes).catch((error: Error) => error.message);
    assert.match(String(message), /^own\.liquid: templates cannot be run here/);
  });
  it('may use the minutes of a long meeting', async () => {
    const said = { line: 1, time: '10:00:00', nick: 'ann', isAction: false };
    const entries = Array.from({ length: 50_000 }, (_, index) => ({ ...said, text: `${index} ${'tea '.repeat(15)}` }));
    const all = template('{{ entries.size }} {% for entry in entries %}{{ entry.text | html }}{% endfor %}');
    const text = await processRunner(script)(all, { ...minutes, entries });
    assert.match(String(text), /^50000 0 tea .*tea $/);
  });

  it('ends with the process that started it, however that ends, without delaying it', async function () {
    if (!existsSync('/proc/self/status')) this.skip();
    for (const end of ['process.kill(process.pid, "SIGKILL")', 'process.exit()', '0']) {
      const parent = `
        const child = require('node:child_process').fork(${JSON.stringify(script)}, ['400'], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
        child.on('message', () => { child.unref(); child.channel.unref(); console.log(child.pid); ${end} });
        child.send({ template: { name: 'x', text: '{% for i in entries %}{% for j in entries %}{% endfor %}{% endfor %}' }, minutes: { items: [], topics: [], people: [], entries: Array(40000).fill(0) }, time: 600000 });`;
      const pid = Number(spawnSync(process.execPath, ['-e', parent], { encoding: 'utf8' }).stdout);
      assert.isAbove(pid, 0);
      for (let looks = 0; looks < 500 && isAlive(pid); looks++) await new Promise((done) => setTimeout(done, 20));
      if (!isAlive(pid)) continue;
      process.kill(pid, 'SIGKILL');
      assert.fail(`it continues after ${end}`);
    }
  });
});

/** Whether a process with this ID exists and is not a zombie. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
