import { InvalidArgumentError, Option } from 'commander';
import { slipDistance } from '../meeting/slipDistance.js';

/** A value of an option, and other words for it that people may type. */
export interface Choice {
  readonly name: string;
  readonly also?: readonly string[];
}

/** A choice that can also be found by its title and the words in it: `znc` finds the layout of mIRC, ZNC and eggdrop. */
export function titled({ name, title }: { readonly name: string; readonly title: string }): Required<Choice> {
  const [programs = ''] = title.split(':');
  return { name, also: [title, ...(programs.match(/[\p{L}\p{N}-]{3,}/gu) ?? [])] };
}

/** Help lists at most this many values; an option with more says where they are listed. */
const mostListed = 12;

/** An option with a fixed set of values. */
export class ChoiceOption extends Option {
  readonly values: readonly string[];

  constructor(
    flags: string,
    about: string,
    known: readonly Choice[],
    /** Whether it may be repeated, each time with several values separated by commas. */
    readonly isMany: boolean,
  ) {
    super(flags, about);
    this.values = known.map(({ name }) => name);
    if (known.length <= mostListed) this.choices(this.values);
    this.argParser((value: string, before?: unknown) =>
      isMany ? withMore(value, known, before) : oneOf(value, known),
    );
  }
}

/** An option that takes one of these values. */
export function choice(flags: string, about: string, known: readonly Choice[]): ChoiceOption {
  return new ChoiceOption(flags, about, known, false);
}

/** An option that takes several of these values. */
export function choices(flags: string, about: string, known: readonly Choice[]): ChoiceOption {
  return new ChoiceOption(flags, about, known, true);
}

function withMore(value: string, known: readonly Choice[], before: unknown): readonly string[] {
  const named = value.split(',').map((name) => oneOf(name.trim(), known, value));
  return [...new Set([...(Array.isArray(before) ? before : []), ...named])];
}

/** The value with this name. Otherwise throws a usage error with suggestions and all allowed values. */
export function oneOf(name: string, known: readonly Choice[], whole = name): string {
  if (known.some((one) => one.name === name)) return name;
  const which = name === whole ? '' : `There is no “${name}”. `;
  const meant = similar(name, known);
  const hint = meant.length > 0 ? `Did you mean ${meant.length > 1 ? 'one of ' : ''}${meant.join(', ')}? ` : '';
  throw new InvalidArgumentError(`${which}${hint}Allowed choices are ${known.map((one) => one.name).join(', ')}.`);
}

/** More suggestions than this would not help. */
const mostSimilar = 3;

/** If two words are equally close to what was typed, a name is more likely than another word for it. */
const otherWord = 0.1;

/** What someone probably meant: the closest of typing errors, other words for a value, and prefixes. */
export function similar(typed: string, known: readonly Choice[]): readonly string[] {
  const word = typed.toLowerCase();
  const rated = known.map(({ name, also = [] }) => ({
    name,
    distance: Math.min(
      distance(word, name.toLowerCase()),
      ...also.map((one) => otherWord + distance(word, one.toLowerCase())),
    ),
  }));
  const best = Math.min(...rated.map((one) => one.distance));
  if (best === Number.POSITIVE_INFINITY) return [];
  return rated
    .filter((one) => one.distance === best)
    .slice(0, mostSimilar)
    .map(({ name }) => name);
}

/** A prefix is less close than a typing error: `htm` means `html`, not `html-page`. */
function distance(typed: string, known: string): number {
  const slips = slipDistance(typed, known, Math.min(3, Math.floor(known.length / 2)));
  return typed.length > 1 && known.startsWith(typed) ? Math.min(slips, 3.5) : slips;
}
