import { Dice } from './dice.js';

/* Ways in which the page of a scribe's meeting may be wrong: each changes one thing. */

/** Changes one thing in a page. Undefined if there is nothing to change. */
type Mutation = (page: string, dice: Dice) => string | undefined;

/** A part of a page: offsets, end exclusive. */
interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const paragraph = /<(p|h3|h4)\b(?![^>]*(?:anchor|draft|date))[^>]*>.*?<\/\1>\n?/gs;
const item = /<p [^>]*class="?(?:action|resolution|issue)"?>.*?<\/p>\n/gs;
const speech = /<p [^>]*class="?(?:phone|irc|summary|bot)\b.*?<\/p>\n/gs;
const entry = /<li><a href="#[^>]*>.*?<\/a>(?:<\/li>)?\n/gs;
const lead = /<cite>(?:&lt;)?([^<>&:]+)(?=(?:&gt;|:)<\/cite>)/g;
const names = /<dt>\w+<\/dt><dd>(?!-<)[^<]+(?=<\/dd>)/g;

function partsOf(page: string, pattern: RegExp): Part[] {
  return Array.from(page.matchAll(pattern), ({ 0: text, index }) => ({ text, start: index, end: index + text.length }));
}

/** The discussion and what is listed below it. */
function body(page: string, pattern: RegExp): Part[] {
  const from = page.indexOf('Meeting minutes');
  return partsOf(page, pattern).filter(({ start }) => start > from);
}

function put(page: string, { start, end }: Part, by: string): string {
  return page.slice(0, start) + by + page.slice(end);
}

/** The texts between tags of paragraphs. */
function texts(page: string, within: RegExp = paragraph): Part[] {
  return body(page, within).flatMap(({ text, start }) =>
    partsOf(text, /(?<=>)[^<>]+(?=<)/g).map((part) => ({
      text: part.text,
      start: start + part.start,
      end: start + part.end,
    })),
  );
}

function words(page: string, pattern: RegExp, within?: RegExp): Part[] {
  return texts(page, within).flatMap(({ text, start }) =>
    partsOf(text, pattern).map((part) => ({ text: part.text, start: start + part.start, end: start + part.end })),
  );
}

/** Changes one of some parts. */
function one(
  find: (page: string) => readonly Part[],
  by: (part: Part, dice: Dice, page: string) => string | undefined,
): Mutation {
  return (page, dice) => {
    const found = find(page);
    if (found.length === 0) return undefined;
    const part = dice.pick(found);
    const changed = by(part, dice, page);
    return changed === undefined ? undefined : put(page, part, changed);
  };
}

const invented = ['zorblat', 'quenby', 'vexil', 'murgatroyd'];

function otherDigit(number: string): string {
  return number.slice(0, -1) + String((Number(number.slice(-1)) + 3) % 10);
}

function otherSpeaker(page: string, name: string, dice: Dice): string | undefined {
  const others = Array.from(page.matchAll(lead), ([, one = '']) => one).filter(
    (one) => one.toLowerCase() !== name.toLowerCase() && /^\w+$/.test(one),
  );
  return others.length > 0 ? dice.pick(others) : undefined;
}

const word = /(?<![\w&#;/.:@-])[a-z]{4,}(?![\w/:@-]|\.\w)/g;

/** Every kind, by what it does. */
export const pageMutations: Readonly<Record<string, Mutation>> = {
  'gives a speech to another speaker': one(
    (page) => body(page, lead),
    ({ text }, dice, page) => {
      const name = text.replace(/^<cite>(?:&lt;)?/, '');
      const other = otherSpeaker(page, name, dice);
      return other && text.slice(0, text.length - name.length) + other;
    },
  ),
  'drops a speech': one(
    (page) => body(page, speech),
    () => '',
  ),
  'drops a line of a speech': one(
    (page) => body(page, /<br>\n<span [^>]*>… .*?(?=<br>|<\/p>)/gs),
    () => '',
  ),
  'invents a speech': one(
    (page) => body(page, speech),
    ({ text }, dice) => `${text}<p class="phone s01"><cite>${dice.pick(invented)}:</cite> we sell the lighthouse</p>\n`,
  ),
  'changes a word': one(
    (page) => words(page, word),
    (_, dice) => dice.pick(invented),
  ),
  'changes a number': one(
    (page) => words(page, /(?<![\w&#;./:…%-])\d+(?![\w./:-])/g),
    ({ text }) => otherDigit(text),
  ),
  'drops an item': one(
    (page) => body(page, item),
    () => '',
  ),
  'drops an entry of a list': one(
    (page) => partsOf(page, entry),
    ({ text }) => (text.includes('</li>') ? '' : undefined),
  ),
  'drops a topic': one(
    (page) => body(page, /<h3 .*?<\/h3>\n/gs),
    () => '',
  ),
  'invents an item': one(
    (page) => body(page, item),
    ({ text }, dice) => text + text.replace(/(?<=<\/strong> ).*(?=<\/p>)/s, `${dice.pick(invented)} buys a giraffe`),
  ),
  'invents an entry of a list': one(
    (page) => body(page, entry),
    ({ text }) => `${text}<li><a href="#1234">we paint the submarine</a></li>\n`,
  ),
  'exchanges a person in an item': one(
    (page) => words(page, /(?<=: |^ ?)\w+(?= to )/g, item),
    ({ text }, dice, page) => otherSpeaker(page, text, dice),
  ),
  'turns a resolution': one(
    (page) => body(page, /<strong>RESOLUTION:<\/strong>/g),
    ({ text }) => text.replace('RESOLUTION', 'ISSUE'),
  ),
  'negates a resolution': one(
    (page) => body(page, /<strong>RESOLUTION:<\/strong> /g),
    ({ text }) => `${text}not `,
  ),
  'cuts a link': one(
    (page) => body(page, /(?<=<a href=")https?:[^"#]{16,}(?="[^>]*>)/g),
    ({ text }) => {
      const cut = text.slice(0, -5);
      return /\w/.test(text.slice(-5)) ? cut : undefined;
    },
  ),
  'changes a link at the top': one(
    (page) =>
      partsOf(page.slice(0, page.indexOf('Attendees')), /(?<=<a href="https?:\/\/)(?!www.w3.org\/")[^"]+(?=")/g),
    ({ text }) => `${text}x`,
  ),
  'drops a name': one(
    (page) => partsOf(page, names),
    ({ text }) => (text.includes(', ') ? text.replace(/, [^,]*$/, '') : text.replace(/(?<=<dd>).*/s, '-')),
  ),
  'invents a name': one(
    (page) => partsOf(page, names),
    ({ text }, dice) => `${text}, ${dice.pick(invented)}`,
  ),
  'exchanges a name': one(
    (page) => partsOf(page, names),
    ({ text }, dice) => text.replace(/(?<=<dd>|, )[^,]+$/, dice.pick(invented)),
  ),
  'drops a list of names': one(
    (page) => partsOf(page, /<dt>\w+<\/dt><dd>(?!-<)[^<]+<\/dd>\n/g),
    () => '',
  ),
  'changes the date': one(
    (page) => partsOf(page.slice(0, page.indexOf('Attendees')), /\b\d\d(?= \p{L}+ 20\d\d)/gu),
    ({ text }) => String((Number(text) % 28) + 1).padStart(2, '0'),
  ),
};

/** Pages with one thing changed, for each kind that there is something of to change. */
export function changedPages(page: string, seed: number): readonly (readonly [string, string])[] {
  const dice = new Dice(seed);
  return Object.entries(pageMutations).flatMap(([kind, mutate]) => {
    const changed = mutate(page, dice);
    return changed === undefined || changed === page ? [] : [[kind, changed] as const];
  });
}
