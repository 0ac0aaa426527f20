/* `scribeoptions: -implicitContinuations`: options of the program that writes the minutes, given in the log. */

/** The options that matter to what minutes say. Their names are scribe.perl's. */
export interface ScribeOptions {
  /** Whether a line of the scribe without dots goes on with the speaker. */
  readonly implicitContinuations: boolean;
  /** Whether a line of the scribe that begins with a space does. */
  readonly allowSpaceContinuation: boolean;
  /** Whether a line of dashes makes the next line of the same person a topic. */
  readonly dashTopics: boolean;
  /** Whether the agenda items that the queue's bot takes up are topics, and what is said to it is no talk. */
  readonly useZakimTopics: boolean;
  /** Whether continuations stay lines of their own. */
  readonly keepLines: boolean;
  /** Whether only what scribes wrote is shown. */
  readonly scribeOnly: boolean;
  readonly emphasis: boolean;
  readonly final: boolean;
  readonly githubIssues: boolean;
  readonly ghurlbot: boolean;
  /** How addresses are shown that have no text of their own. */
  readonly urlDisplay: UrlDisplay;
  /** The first scribes, instead of those that the log names. */
  readonly scribenick: string | undefined;
}

const urlDisplays = ['break', 'shorten', 'full'] as const;

/** With places where a line may break, without their middle, or as they are. */
export type UrlDisplay = (typeof urlDisplays)[number];

export const defaultOptions: ScribeOptions = {
  implicitContinuations: false,
  allowSpaceContinuation: false,
  dashTopics: false,
  useZakimTopics: true,
  keepLines: true,
  scribeOnly: false,
  emphasis: false,
  final: false,
  githubIssues: true,
  ghurlbot: true,
  urlDisplay: 'break',
  scribenick: undefined,
};

const valued = ['scribenick', 'urlDisplay'] as const;
type Valued = (typeof valued)[number];
type Flag = Exclude<keyof ScribeOptions, Valued>;

const isValued = (name: string): name is Valued => valued.some((one) => one === name);
const flags = (Object.keys(defaultOptions) as (keyof ScribeOptions)[]).filter((key): key is Flag => !isValued(key));
/** `draft` is the opposite of `final`. */
const names: readonly KnownName[] = [...flags, 'draft', ...valued];

type KnownName = Flag | 'draft' | Valued;

/** Options of the page that scribe.perl writes, which Meetlog knows and has no use for, and whether a value follows them. */
const others: Readonly<Record<string, boolean>> = {
  minutes: true,
  stylesheet: true,
  logo: true,
  collapselimit: true,
  mathjax: true,
  team: false,
  member: false,
  fancy: false,
  oldstyle: false,
  nologo: false,
  islide: false,
  embeddiagnostics: false,
};

const optionsLine = /^ *scribeoptions *: */i;

/** What follows `scribeoptions:`; undefined on any other line. */
export function optionsIn(text: string): string | undefined {
  const start = optionsLine.exec(text)?.[0].length;
  return start === undefined ? undefined : text.slice(start);
}

/** Options changed as a line says, and what in it is unknown. */
export function withOptions(
  options: ScribeOptions,
  line: string,
): { readonly options: ScribeOptions; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const words = line.split(' ').filter((word) => word !== '');
  let changed = options;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [, typed, given] = /^--?([a-z][a-z-]*)(?:=(.*))?$/i.exec(word) ?? [];
    const found = typed === undefined ? undefined : optionNamed(typed);
    // The value of an option is behind `=` or the next word.
    const value = found?.hasValue ? (given ?? words[++at] ?? '') : '';
    if (found) changed = { ...changed, ...changeBy(found, value) };
    else unknown.push(word);
  }
  return { options: changed, unknown };
}

function changeBy({ name, isOn }: { name: KnownName | 'other'; isOn: boolean }, value: string): Partial<ScribeOptions> {
  if (name === 'other') return {};
  if (name === 'scribenick') return { scribenick: unquoted(value) };
  if (name === 'urlDisplay') return urlDisplayOf(unquoted(value));
  return name === 'draft' ? { final: !isOn } : { [name]: isOn };
}

function urlDisplayOf(value: string): Partial<ScribeOptions> {
  const urlDisplay = urlDisplays.find((one) => one === value.toLowerCase());
  return urlDisplay === undefined ? {} : { urlDisplay };
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

/** The option that a name means, perhaps shortened or behind `no`; undefined if there is none, or more than one. */
function optionNamed(typed: string) {
  const lower = typed.toLowerCase();
  const positive = matching(lower);
  if (positive) return { ...positive, isOn: true };
  const negative = lower.startsWith('no') ? matching(lower.replace(/^no-?/, '')) : undefined;
  return negative && { ...negative, isOn: false };
}

function matching(lower: string) {
  const all = [...names, ...Object.keys(others)];
  const exact = all.find((name) => name.toLowerCase() === lower);
  const [only, another] = exact ? [exact] : all.filter((name) => name.toLowerCase().startsWith(lower));
  if (only === undefined || another !== undefined) return undefined;
  const known = names.find((name) => name === only);
  return {
    name: known ?? ('other' as const),
    hasValue: (known !== undefined && isValued(known)) || others[only] === true,
  };
}
