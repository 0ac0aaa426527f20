import { answer } from './answer.js';
import type { RenderJob } from './runner.js';

// The web worker that renders templates: jobs come and replies go as messages.
self.onmessage = ({ data }: MessageEvent<RenderJob>) => {
  self.postMessage('begun');
  self.postMessage(answer(data));
};
