import type { Minutes } from '../minutes/minutes.js';
import {
  type MinutesTemplate,
  TemplateError,
  type TemplateRunner,
  tookTooLong,
  tookTooMuch,
} from '../minutes/template.js';

/** What to render: plain data, since it is sent to another process or worker. */
export interface RenderJob {
  readonly template: MinutesTemplate;
  readonly minutes: Minutes;
  /** How long it may take, in milliseconds. */
  readonly time: number;
}

/** The replies: first that a job has begun, then its text or why there is none. */
export type RendererReply = 'begun' | { readonly text: string } | { readonly why: string };

/** A process or worker that renders one job after the other, and can be stopped at any time. */
export interface Renderer {
  ask(job: RenderJob): void;
  end(): void;
}

/** Starts a renderer. `hear` receives its replies; `died` is called if it ends by itself or could not be started. */
export type StartRenderer = (hear: (reply: RendererReply) => void, died: () => void) => Renderer;

/** How long a template may take, in milliseconds. */
const defaultTime = 2000;
/** How long a renderer may take to start and to receive a job, in milliseconds; not counted as the template's time. */
const startTime = 30_000;
/** How much longer, in milliseconds, a job may run before its renderer is ended: LiquidJS itself stops most jobs in time. */
const grace = 250;
/** How often a running job is checked, in milliseconds. */
const interval = 20;

/**
 * Runs templates one after the other in a renderer, which is started for the first one. The worst that a template can do is end
 * the renderer; the next run then starts another.
 */
export function templateRunner(start: StartRenderer, time = defaultTime): TemplateRunner {
  const supervisor = new Supervisor(start);
  let last: Promise<unknown> = Promise.resolve();
  return (template, minutes, isUseless = () => false) => {
    const run = last.then(() => (isUseless() ? undefined : supervisor.render({ template, minutes, time }, isUseless)));
    last = run.catch(() => undefined);
    return run;
  };
}

/** The outcome of a job; undefined if it did not even begin. */
type RenderOutcome = Exclude<RendererReply, 'begun'> | 'useless' | undefined;

/** Owns a renderer, and stops it if a job takes too long or its result is no longer wanted. */
class Supervisor {
  readonly #start: StartRenderer;
  #renderer: Renderer | undefined;
  #onReply: (reply: RendererReply) => void = () => undefined;
  #onDeath: () => void = () => undefined;

  constructor(start: StartRenderer) {
    this.#start = start;
  }

  /** Renders a job. A renderer that dies before the job begins is replaced once: it may have ended because it was idle. */
  async render(job: RenderJob, isUseless: () => boolean): Promise<string | undefined> {
    const outcome = (await this.#attempt(job, isUseless)) ?? (await this.#attempt(job, isUseless));
    if (outcome === 'useless') return undefined;
    if (outcome && 'text' in outcome) return outcome.text;
    throw new TemplateError(
      job.template,
      outcome?.why ?? 'templates cannot be run here, or the minutes are too large.',
    );
  }

  #attempt(job: RenderJob, isUseless: () => boolean): Promise<RenderOutcome> {
    return new Promise((resolve) => {
      let begun = false;
      let deadline = performance.now() + startTime;
      const settle = (outcome: RenderOutcome) => {
        clearInterval(timer);
        this.#onReply = () => undefined;
        this.#onDeath = () => this.#end();
        resolve(outcome);
      };
      const stop = (outcome: RenderOutcome) => {
        this.#end();
        settle(outcome);
      };
      const timer = setInterval(() => {
        if (isUseless()) stop('useless');
        else if (performance.now() > deadline) stop(begun ? { why: tookTooLong(job.time / 1000) } : undefined);
      }, interval);
      this.#onReply = (reply) => {
        if (reply !== 'begun') return settle(reply);
        begun = true;
        deadline = performance.now() + job.time + grace;
      };
      this.#onDeath = () => stop(begun ? { why: tookTooMuch } : undefined);
      this.#ask(job, () => stop(undefined));
    });
  }

  #ask(job: RenderJob, failed: () => void): void {
    try {
      this.#running().ask(job);
    } catch {
      failed();
    }
  }

  #running(): Renderer {
    if (this.#renderer) return this.#renderer;
    // A stopped renderer may still have replied.
    const ifRunning = (call: () => void) => {
      if (this.#renderer === renderer) call();
    };
    const renderer = this.#start(
      (reply) => ifRunning(() => this.#onReply(reply)),
      () => ifRunning(() => this.#onDeath()),
    );
    this.#renderer = renderer;
    return renderer;
  }

  #end(): void {
    const renderer = this.#renderer;
    this.#renderer = undefined;
    renderer?.end();
  }
}
