import type { TemplateError } from '../minutes/template.js';
import { renderTemplate } from './liquid.js';
import type { RendererReply, RenderJob } from './runner.js';

/** What a renderer replies to a job when it is done. */
export function answer({ template, minutes, time }: RenderJob): RendererReply {
  try {
    return { text: renderTemplate(template, minutes, time) };
  } catch (error) {
    return { why: (error as TemplateError).why };
  }
}
