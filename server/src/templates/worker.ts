import { answer } from './answer.js';
import type { Job } from './runner.js';

// The web worker that renders templates: jobs come and replies go as messages.
self.onmessage = ({ data }: MessageEvent<Job>) => {
  self.postMessage('begun');
  self.postMessage(answer(data));
};
