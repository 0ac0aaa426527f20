import type { Layout } from './log/layouts/layout.js';
import { allLayouts } from './log/layouts/layouts.js';
import { dialects } from './meeting/dialects/dialects.js';
import type { LinkSetting } from './meeting/linkPatterns.js';
import type { Severity } from './meeting/problems/problem.js';
import { type ProblemCode, problemCodes, problemTable } from './meeting/problems/problemTable.js';
import { writers } from './minutes/writers.js';

/** The schema of a setting: the part of JSON Schema that settings need. */
export interface SettingSchema {
  readonly type: 'boolean' | 'string' | 'object' | 'array';
  readonly enum?: readonly string[];
  /** Without `required`, all are optional. VS Code shows them as a table if each has a type, with descriptions as plain text. */
  readonly properties?: Readonly<Record<string, SettingSchema & { readonly description: string }>>;
  readonly required?: readonly string[];
  /** Of a list. */
  readonly items?: SettingSchema;
  readonly additionalProperties?: false;
}

/** A setting, as in the extension's manifest. */
export interface Setting<T> {
  readonly schema: SettingSchema;
  readonly default: T;
  /** Where it can be set in VS Code: `window`, the default, means not for single folders and files. */
  readonly scope?: 'resource' | 'window';
  readonly markdownDescription: string;
  /** The label of each value of `schema.enum` in the settings editor, and its description. */
  readonly enumItemLabels?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

type About = Omit<Setting<unknown>, 'schema' | 'default'>;

/** How a problem is shown. */
export type Level = Severity | 'off';

const levels = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly Level[];

/** A value of a setting, its label in the settings editor, and its description. */
type Value<V extends string = string> = readonly [name: V, label: string, about: string];

/**
 * Every setting by its key, in the order in which users need them, which is also the order in the settings editor. The server
 * reads most of them (`settings.ts`), the client the others: `detection`, `overviewRuler.enable`, `minutes.format`,
 * `minutes.template` and, in its language client, `trace.server`.
 */
export const settingsTable = {
  'meetlog.detection': oneOf(
    [
      ['auto', 'Automatic', 'If the text contains a meeting.'],
      ['always', 'Always', 'Always, unless you choose Treat as Ordinary Log.'],
      ['never', 'Never', 'Never, unless you choose Treat as Meeting Log.'],
    ],
    'auto',
    {
      scope: 'resource',
      markdownDescription: 'When to treat `.log`, `.txt` and untitled files as meeting logs.',
    },
  ),
  'meetlog.layout': oneOf(
    [['auto', 'Automatic', 'The layout that reads most lines of the log.'], ...allLayouts.map(layoutValue)],
    'auto',
    {
      scope: 'resource',
      markdownDescription: 'How the chat program writes its logs. *Meetlog: Choose Layout…* sets it for a single log.',
    },
  ),
  'meetlog.bot': oneOf(
    [
      ['auto', 'Automatic', 'The bot that replied in the log, or else the one whose commands were used.'],
      ...dialects.map(({ name, title }): Value => [name, title, `Read logs by the rules of ${title}.`]),
    ],
    'auto',
    { scope: 'resource', markdownDescription: 'The bot whose rules apply to commands in logs.' },
  ),
  'meetlog.channel': text({
    scope: 'resource',
    markdownDescription:
      'The channel of the meetings, such as `#club`. If empty, it is what the lines of the log, its name or its folder show.',
  }),
  'meetlog.codeLens.enable': flag(true, {
    scope: 'resource',
    markdownDescription: 'Show commands and summaries above meetings and topics.',
  }),
  'meetlog.inlayHints.tally': flag(true, {
    scope: 'resource',
    markdownDescription: 'Show the result of a vote behind its last ballot.',
  }),
  'meetlog.inlayHints.gaps': flag(true, {
    scope: 'resource',
    markdownDescription:
      'Show how much later a line was said if nothing was said for more than five minutes in a meeting.',
  }),
  'meetlog.inlayHints.elapsed': flag(false, {
    scope: 'resource',
    markdownDescription: 'Show behind each topic how long after the start of the meeting it begins.',
  }),
  'meetlog.inlayHints.names': flag(false, {
    scope: 'resource',
    markdownDescription:
      'Show the name that someone gave, or a bot told, behind the nick on their first line in a meeting.',
  }),
  'meetlog.links': links({
    scope: 'resource',
    markdownDescription:
      'What becomes a link in logs besides URLs: a list of regular expressions and addresses, such as ' +
      '`{ "pattern": "#([0-9]+)", "address": "https://example.org/issues/$1" }`. `$1` is what the first group matches, ' +
      '`$0` the whole match. Expressions have the [syntax of RE2](https://github.com/google/re2/wiki/Syntax). ' +
      'Ignored in workspace settings of untrusted folders.',
  }),
  'meetlog.overviewRuler.enable': flag(true, {
    scope: 'resource',
    markdownDescription: 'Mark topics, decisions and actions in the overview ruler beside the scroll bar.',
  }),
  'meetlog.diagnostics.severity': severities({
    scope: 'resource',
    markdownDescription: 'How each kind of problem is shown; `off` hides it.',
  }),
  'meetlog.minutes.format': oneOf(
    writers.map(({ name, title, about }): Value<(typeof writers)[number]['name']> => [name, title, `${about}.`]),
    'markdown',
    { markdownDescription: 'The format of minutes that is offered first and that *Meetlog: Copy Minutes* uses.' },
  ),
  'meetlog.minutes.timeZone': text({
    scope: 'resource',
    markdownDescription:
      'The time zone of the times in minutes, such as `Europe/Berlin`. If empty, times are in UTC, as the bot gives them, ' +
      'or as in the log if its time zone is unknown.',
  }),
  'meetlog.minutes.logUrl': text({
    scope: 'resource',
    markdownDescription:
      'The address of the folder where readers of the minutes find the log, such as `https://example.org/logs/`. ' +
      'Minutes then link to its lines. It must start with `http://` or `https://`, without a user name, or be a ' +
      'relative path. Ignored in workspace settings of untrusted folders.',
  }),
  'meetlog.minutes.template': text({
    scope: 'resource',
    markdownDescription:
      'The path of the Liquid template for the format *Template*, absolute or relative to the open folder. If empty, ' +
      'you are asked for it. Ignored in workspace settings of untrusted folders.',
  }),
  'meetlog.minutes.withoutBot': flag(false, {
    scope: 'resource',
    markdownDescription: 'Leave the bot out of the list of people.',
  }),
  'meetlog.minutes.mentions': flag(false, {
    scope: 'resource',
    markdownDescription:
      'Let Markdown minutes mention people (`@octocat`), link issues and commits (`#96`, `a5c3785`) and show emoji ' +
      '(`:tada:`) wherever they are pasted. Otherwise these remain plain text. Ignored in workspace settings of ' +
      'untrusted folders.',
  }),
  'meetlog.minutes.bugCompatible': flag(false, {
    scope: 'resource',
    markdownDescription:
      'Repeat the bugs of MeetBot 0.1.4 in text, HTML, reStructuredText and wiki minutes; for example, the list of ' +
      "actions is missing. **The HTML is not safe:** like MeetBot's, it does not escape the title and the owner, so a " +
      '`<script>` in a title runs when the page is opened. Ignored in workspace settings of untrusted folders.',
  }),
  'meetlog.trace.server': oneOf(
    [
      ['off', 'Off', 'Nothing.'],
      ['messages', 'Messages', 'The name of each message.'],
      ['verbose', 'Verbose', 'Each message with its content.'],
    ],
    'off',
    {
      scope: 'window',
      markdownDescription: 'How much to log of the messages between VS Code and the language server.',
    },
  ),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type SettingKey = keyof typeof settingsTable;

function oneOf<const V extends string>(values: readonly Value<V>[], preset: V, about: About): Setting<V> {
  return {
    schema: { type: 'string', enum: values.map(([name]) => name) },
    default: preset,
    enumItemLabels: values.map(([, label]) => label),
    enumDescriptions: values.map(([, , meaning]) => meaning),
    ...about,
  };
}

/** One line of a log is enough of an example, unless the layout has headings. */
function layoutValue({ name, title, below, samples: [sample] }: Layout): Value {
  const line = sample?.[0] ?? '';
  return [name, title, below ? `${title}.` : `For example: ${line.replaceAll('\t', '⇥')}`];
}

function flag(preset: boolean, about: About): Setting<boolean> {
  return { schema: { type: 'boolean' }, default: preset, ...about };
}

function text(about: About): Setting<string> {
  return { schema: { type: 'string' }, default: '', ...about };
}

function links(about: About): Setting<readonly LinkSetting[]> {
  const properties = {
    pattern: { type: 'string', description: 'A regular expression, in the syntax of RE2.' },
    address: { type: 'string', description: 'The URL of the link, with $1 for what the first group matches.' },
  } as const;
  const items = { type: 'object', properties, required: Object.keys(properties), additionalProperties: false } as const;
  return { schema: { type: 'array', items }, default: [], ...about };
}

function severities(about: About): Setting<Readonly<Record<ProblemCode, Level>>> {
  const each = <T>(of: (code: ProblemCode) => T) =>
    Object.fromEntries(problemCodes.map((code) => [code, of(code)])) as Record<ProblemCode, T>;
  const properties = each((code) => ({
    type: 'string' as const,
    enum: levels,
    description: problemTable[code].about.replaceAll('`', ''),
  }));
  const schema = { type: 'object', properties, additionalProperties: false } as const;
  return { schema, default: each((code) => problemTable[code].severity), ...about };
}
