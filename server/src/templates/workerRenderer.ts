import type { TemplateRunner } from '../minutes/template.js';
import { type Renderer, type RendererReply, templateRunner } from './runner.js';

/** The bundle of `worker.ts` as text, inserted by the build, since a web extension consists of one file. */
declare const templateWorker: string;

/** Runs templates in a web worker. If no worker can be started from here, templates are refused: they could not be stopped. */
export function workerRunner(): TemplateRunner {
  return templateRunner((reply, died): Renderer => {
    if (typeof Worker === 'undefined') {
      setTimeout(died);
      return { ask() {}, end() {} };
    }
    const url = URL.createObjectURL(new Blob([templateWorker], { type: 'text/javascript' }));
    const worker = new Worker(url, { name: 'Meetlog templates' });
    worker.onmessage = ({ data }: MessageEvent<RendererReply>) => reply(data);
    worker.onerror = died;
    return {
      ask: (job) => worker.postMessage(job),
      end() {
        worker.terminate();
        URL.revokeObjectURL(url);
      },
    };
  });
}
