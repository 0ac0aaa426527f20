import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { TemplateRunner } from '../minutes/template.js';
import { type Renderer, type RendererReply, type StartRenderer, templateRunner } from './runner.js';

/*
 * In Node, templates are rendered in a separate process. A worker thread with resource limits is not enough: if a single array or
 * string exceeds them, V8 aborts the whole process.
 */

/** How much memory the process may use, in megabytes: for V8's heap, and in all (resident set size), which its guard checks. */
export interface MemoryLimits {
  readonly heap: number;
  readonly all: number;
}

const defaultMemory: MemoryLimits = { heap: 256, all: 400 };

/** Runs templates in a process. `script` is its bundle, by default the one next to this bundle. */
export function processRunner(
  script?: string,
  { time, memory = defaultMemory }: { readonly time?: number; readonly memory?: MemoryLimits } = {},
): TemplateRunner {
  return templateRunner(processStarter(script, memory), time);
}

/** Starts the process, with an IPC channel as its only connection. */
function startProcess(script: string, { heap, all }: MemoryLimits): ChildProcess {
  return fork(script, [String(all)], {
    execArgv: [`--max-old-space-size=${heap}`],
    // Options for all of Node, such as a debugger, are not meant for it.
    env: { ...process.env, NODE_OPTIONS: '' },
    serialization: 'advanced',
    // V8 prints a lot when it runs out of memory.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function processStarter(script: string | undefined, memory: MemoryLimits): StartRenderer {
  return (reply, died): Renderer => {
    const child = startProcess(script ?? join(__dirname, 'templateProcess.js'), memory);
    // An idle one does not keep this process alive.
    const rest = () => {
      child.unref();
      child.channel?.unref();
    };
    rest();
    child.on('message', (message: RendererReply) => {
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
