import { assert } from 'chai';
import {
  type Renderer,
  type RendererReply,
  type RenderJob,
  templateRunner,
} from '../../server/src/templates/runner.js';
import { meeting, minutesOfText } from '../helpers/logs.js';

const minutes = minutesOfText(meeting('10:01 <ann> #agreed tea\n'));
const named = (name: string) => ({ name, text: '' });

/** A renderer that does what the name of a job's template says, and records what happens to it. */
function setUp() {
  const log: string[] = [];
  const says = new Map<string, (reply: RendererReply) => void>();
  let started = 0;
  const run = templateRunner((reply, died): Renderer => {
    const id = ++started;
    log.push(`start ${id}`);
    const behaviours: Record<string, () => void> = {
      good: () => [reply('begun'), setTimeout(() => reply({ text: `by ${id}` }))],
      bad: () => [reply('begun'), reply({ why: 'bad' })],
      endless: () => reply('begun'),
      deadly: () => [reply('begun'), died()],
      stillborn: () => died(),
      forbidden: () => {
        throw new Error('no worker may be started');
      },
      idle: () => (id === 1 ? died() : reply({ text: `by ${id}` })),
      late: () => [reply('begun'), says.set('late', reply)],
    };
    return {
      ask: ({ template: { name } }: RenderJob) => {
        log.push(`${name} ${id}`);
        behaviours[name]?.();
      },
      end: () => log.push(`end ${id}`),
    };
  }, 50);
  const outcome = (name: string, isUseless?: () => boolean) =>
    run(named(name), minutes, isUseless).catch(({ message }: Error) => message);
  return { log, says, outcome };
}

describe('the runner of templates', () => {
  it('runs one after the other in one renderer, even if they fail', async () => {
    const { log, outcome } = setUp();
    const outcomes = await Promise.all(['good', 'bad', 'good'].map((name) => outcome(name)));
    assert.deepEqual(outcomes, ['by 1', 'bad: bad', 'by 1']);
    assert.deepEqual(log, ['start 1', 'good 1', 'bad 1', 'good 1']);
  });
  it('stops a renderer that takes too long, and starts another for the next', async () => {
    const { log, outcome } = setUp();
    assert.equal(await outcome('endless'), 'endless: it took more than 0.05 seconds.');
    assert.equal(await outcome('good'), 'by 2');
    assert.deepEqual(log, ['start 1', 'endless 1', 'end 1', 'start 2', 'good 2']);
  });
  it('treats a renderer that dies during a job as out of memory', async () => {
    const { outcome } = setUp();
    assert.equal(await outcome('deadly'), 'deadly: it took more memory than a template may.');
    assert.equal(await outcome('good'), 'by 2');
  });
  it('restarts a renderer that died before its job once, and then gives up', async () => {
    const { log, outcome } = setUp();
    assert.equal(await outcome('idle'), 'by 2');
    assert.match((await outcome('stillborn')) ?? '', /^stillborn: templates cannot be run here/);
    assert.equal(log.filter((line) => line.startsWith('stillborn')).length, 2);
    assert.match((await outcome('forbidden')) ?? '', /^forbidden: templates cannot be run here/);
    assert.match((await outcome('good')) ?? '', /^by/);
  });
  it('stops useless jobs, and does not start them', async () => {
    const { log, outcome } = setUp();
    let useless = false;
    const running = outcome('endless', () => useless);
    const waiting = outcome('good', () => useless);
    setTimeout(() => {
      useless = true;
    }, 5);
    assert.isUndefined(await running);
    assert.isUndefined(await waiting);
    assert.deepEqual(log, ['start 1', 'endless 1', 'end 1']);
  });
  it('ignores a renderer that it has stopped', async () => {
    const { says, outcome } = setUp();
    await outcome('late');
    const next = outcome('good');
    says.get('late')?.({ text: 'too late' });
    assert.equal(await next, 'by 2');
  });
});
