import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { TemplateRunner } from '../minutes/template.js';
import { type Renderer, type Reply, type StartRenderer, templateRunner } from './runner.js';

/*
 * Templates in Node are rendered by a process of their own. A thread would not do: whatever limits it has, V8 ends the whole process where one
 * array or string is larger than what is left of them.
 */

/** How much memory the process may take, in megabytes: for its heap, as V8 keeps it, and in all, as its guard does. */
export interface MemoryLimits {
  readonly heap: number;
  readonly all: number;
}

const defaultMemory: MemoryLimits = { heap: 256, all: 400 };

/** Runs templates in a process. `script` is its bundle, by default the one beside the bundle that this is in. */
export function processRunner(
  script?: string,
  { time, memory = defaultMemory }: { readonly time?: number; readonly memory?: MemoryLimits } = {},
): TemplateRunner {
  return templateRunner(processStarter(script, memory), time);
}

function processStarter(script: string | undefined, { heap, all }: MemoryLimits): StartRenderer {
  return (reply, died): Renderer => {
    const child = fork(script ?? join(__dirname, 'templateProcess.js'), [String(all)], {
      execArgv: [`--max-old-space-size=${heap}`],
      // What others add to every Node is not for it.
      env: { ...process.env, NODE_OPTIONS: '' },
      serialization: 'advanced',
      // V8 prints a lot when its memory ends.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // It keeps the process waiting only while it has something to do.
    const rest = () => {
      child.unref();
      child.channel?.unref();
    };
    rest();
    child.on('message', (message: Reply) => {
      if (message !== 'begun') rest();
      reply(message);
    });
    child.on('error', died);
    child.on('exit', died);
    return {
      ask(job) {
        child.ref();
        child.channel?.ref();
        child.send(job, (error) => error && died());
      },
      end() {
        rest();
        child.kill('SIGKILL');
      },
    };
  };
}
