import type { Liquid, Template as ParsedTemplate } from 'liquidjs';
import { durationText } from '../log/clock.js';
import { cleanText } from './escape/clean.js';
import { escapeHtml } from './escape/html.js';
import { escapeMarkdown, type MarkdownOptions } from './escape/markdown.js';
import { escapeRst } from './escape/rst.js';
import { generator } from './generator.js';
import { actionsByPerson, allActions, allDecisions, type Minutes, unassignedActions } from './minutes.js';
import { wrap } from './wrap.js';
import type { WriterOptions } from './writers.js';

/** A template of a user's own, for LiquidJS. */
export interface MinutesTemplate {
  /** The name of its file. What stands before `.liquid`, or else its ending, is the ending of what it makes. */
  readonly name: string;
  readonly text: string;
}

/** The template cannot be used; the message says why and where. */
export class TemplateError extends Error {}

/** LiquidJS is loaded by the first template: most people have none, and would wait for it at every start. */
declare const require: (name: 'liquidjs') => typeof import('liquidjs');

// A template may neither run for long nor fill the memory, and there is no file that it could include.
const limits = { parseLimit: 1_000_000, renderLimit: 2000, memoryLimit: 50_000_000 };

/** Minutes by a template: the data is that of the JSON format, with lists of decisions and actions. */
export function writeByTemplate(minutes: Minutes, { template, mentions = false }: WriterOptions): string {
  if (!template) throw new TemplateError('no template is named');
  const liquid = engine({ mentions });
  try {
    return liquid.renderSync(parse(liquid, template), dataOf(minutes)) as string;
  } catch (error) {
    throw new TemplateError(`${template.name}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The file ending, with its dot, of what a template makes: `.md` for `minutes.md.liquid`, `.txt` for `minutes.liquid`. */
export function templateExtension(name: string): string {
  return /.(\.[^.]+)$/.exec(name.replace(/\.liquid$/, ''))?.[1] ?? '.txt';
}

function parse(liquid: Liquid, { text, name }: MinutesTemplate): ParsedTemplate[] {
  return liquid.parse(text, name);
}

function engine(options: MarkdownOptions): Liquid {
  const { Liquid: Engine } = require('liquidjs');
  const liquid = new Engine({
    ...limits,
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    jsTruthy: true,
  });
  liquid.registerFilter('html', (text: unknown) => escapeHtml(shown(text)));
  liquid.registerFilter('markdown', (text: unknown) => escapeMarkdown(shown(text), options));
  liquid.registerFilter('rst', (text: unknown) => escapeRst(shown(text)));
  liquid.registerFilter('wrap', (text: unknown, indent: unknown = '') => wrap(shown(text), '', shown(indent)));
  liquid.registerFilter('duration', (seconds: unknown) => (typeof seconds === 'number' ? durationText(seconds) : ''));
  return liquid;
}

function shown(value: unknown): string {
  return value === null || value === undefined ? '' : cleanText(String(value));
}

/** What a template sees. */
function dataOf(minutes: Minutes): object {
  return {
    ...minutes,
    generator,
    decisions: allDecisions(minutes),
    actions: allActions(minutes),
    actions_by_person: actionsByPerson(minutes),
    unassigned_actions: unassignedActions(minutes),
  };
}
