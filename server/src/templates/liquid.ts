import { Context, Liquid, toValueSync } from 'liquidjs';
import { durationText } from '../log/facts/clock.js';
import { cleanText } from '../minutes/escape/clean.js';
import { escapeHtml } from '../minutes/escape/htmlDoor.js';
import { escapeMarkdown } from '../minutes/escape/markdownDoor.js';
import { escapeRst } from '../minutes/escape/rstDoor.js';
import { wrap } from '../minutes/formats/wrap.js';
import { generator } from '../minutes/generator.js';
import { actionsByPerson, allActions, allDecisions, type Minutes, unassignedActions } from '../minutes/minutes.js';
import { type MinutesTemplate, TemplateError, tookTooLong, tookTooMuch } from '../minutes/template.js';

/*
 * Renders templates. LiquidJS does not count everything that takes time or memory, and nothing here can be stopped from outside,
 * so callers run it where they can stop it (`TemplateRunner`).
 */

/**
 * The most characters of a template, of its output and of the input of Meetlog's own filters, and the most characters and list
 * items that LiquidJS counts in a run.
 */
const most = { template: 1_000_000, made: 50_000_000, written: 50_000_000, filtered: 1_000_000 };

/** The messages of LiquidJS or JavaScript when a limit is exceeded, and those for users. */
const limits: readonly (readonly [said: RegExp, told: (seconds: number) => string])[] = [
  [/^template render limit/, (seconds) => tookTooLong(seconds)],
  [/^memory alloc limit|^Invalid (?:string|array) length/, () => tookTooMuch],
  [/^parse length limit/, () => 'it is longer than 1,000,000 characters.'],
  [/call stack|recursion/, () => 'it is nested too deeply.'],
];

/**
 * Renders minutes with a template: the data is that of the JSON format, with lists of decisions and actions. `time` is in
 * milliseconds.
 */
export function renderTemplate(template: MinutesTemplate, minutes: Minutes, time: number): string {
  try {
    const liquid = engine(time, template.mentions ?? false);
    const context = new Context(dataOf(minutes), liquid.options, { sync: true }, { liquid });
    context.setRegister('blocks', withoutPrototype());
    const parsed = liquid.parse(template.text, template.name);
    const text = toValueSync(liquid.renderer.renderTemplates(parsed, context)) as string;
    if (text.length > most.written) throw new Error('it writes more than 50,000,000 characters.');
    return text;
  } catch (error) {
    throw new TemplateError(template, reason(error, time));
  }
}

/** Why a template cannot be used, in one line that is not too long. */
function reason(error: unknown, time: number): string {
  const message = error instanceof Error ? error.message : String(error);
  const limit = limits.find(([said]) => said.test(message));
  if (limit) return limit[1](time / 1000);
  // LiquidJS repeats a part of the template, which may be all of it.
  const text = cleanText(message);
  return text.length > 300 ? `${text.slice(0, 150)}…${text.slice(-150)}`.toWellFormed() : text;
}

function engine(time: number, mentions: boolean): Liquid {
  const liquid = new Liquid({
    parseLimit: most.template,
    memoryLimit: most.made,
    renderLimit: time,
    ownPropertyOnly: true,
    strictFilters: true,
    jsTruthy: true,
    // Templates cannot include files.
    templates: withoutPrototype(),
  });
  liquid.registerFilter('html', (text: unknown) => escapeHtml(shown(text)));
  liquid.registerFilter('markdown', (text: unknown) => escapeMarkdown(shown(text), { mentions }));
  liquid.registerFilter('rst', (text: unknown) => escapeRst(shown(text)));
  liquid.registerFilter('wrap', (text: unknown, indent: unknown = '') => wrap(shown(text), '', shown(indent)));
  liquid.registerFilter('duration', (seconds: unknown) => (typeof seconds === 'number' ? durationText(seconds) : ''));
  return liquid;
}

/** An object without a prototype: LiquidJS would print, run or change what `constructor` and the like find in others. */
function withoutPrototype<T extends object>(of?: T): T {
  return Object.assign(Object.create(null), of);
}

function shown(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  if (text.length > most.filtered) throw new Error('Meetlog filters accept at most 1,000,000 characters');
  return cleanText(text);
}

/** The variables of a template. */
function dataOf(minutes: Minutes): object {
  return withoutPrototype({
    ...minutes,
    generator,
    decisions: allDecisions(minutes),
    actions: allActions(minutes),
    actions_by_person: actionsByPerson(minutes),
    unassigned_actions: unassignedActions(minutes),
  });
}
