import { layouts } from './log/layouts/layouts.js';
import { dialects } from './meeting/dialects/dialects.js';
import type { Severity } from './meeting/problems/problem.js';
import { type ProblemCode, problemCodes, problemTable } from './meeting/problems/problemTable.js';
import { writers } from './minutes/writers.js';

/** What a setting may be: the part of JSON Schema that the settings need. */
export interface SettingSchema {
  readonly type?: 'boolean' | 'string' | 'object';
  readonly enum?: readonly string[];
  /** Any may be missing. */
  readonly properties?: Readonly<Record<string, SettingSchema & { readonly markdownDescription: string }>>;
  readonly additionalProperties?: false;
}

/** A setting, as the extension's manifest has it. */
export interface Setting<T> {
  readonly schema: SettingSchema;
  readonly default: T;
  /** Where VS Code lets it be set: `window`, which is its default, not for single folders and files. */
  readonly scope?: 'resource' | 'window';
  readonly markdownDescription: string;
  /** What each of `schema.enum` means. */
  readonly enumDescriptions?: readonly string[];
}

type About = Omit<Setting<unknown>, 'schema' | 'default'>;

/** How a problem is shown. */
export type Level = Severity | 'off';

const levels = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly Level[];

/**
 * Every setting by its key, in the order of the manifest. The server reads most of them (`settings.ts`), the client the others:
 * `detection`, `minutes.format`, `minutes.template` and, in its language client, `trace.server`.
 */
export const settingsTable = {
  'meetlog.detection': oneOf(['auto', 'always', 'never'], 'auto', {
    scope: 'resource',
    enumDescriptions: [
      'A file whose text shows a meeting is a meeting log.',
      'Every such file is a meeting log.',
      'No such file is, unless you choose it.',
    ],
    markdownDescription:
      'Which `.log` and `.txt` files are treated as meeting logs. *Treat as Meeting Log* and *Treat as Ordinary ' +
      'Log* decide for one file.',
  }),
  'meetlog.layout': oneOf(['auto', ...layouts.map(nameOf)], 'auto', {
    scope: 'resource',
    markdownDescription:
      'The layout in which logs are read; `auto` is the one that fits the text best. *Choose Layout* chooses it for ' +
      'one log.',
  }),
  'meetlog.bot': oneOf(['auto', ...dialects.map(nameOf)], 'auto', {
    scope: 'resource',
    markdownDescription:
      'The bot by whose rules logs are read; `auto` is the one that answered, or to whose commands people kept.',
  }),
  'meetlog.minutes.format': oneOf(writers.map(nameOf), 'markdown', {
    markdownDescription: 'The format of minutes that is offered first, and in which *Copy Minutes* copies.',
  }),
  'meetlog.minutes.bugCompatible': flag(false, {
    scope: 'resource',
    markdownDescription:
      'Repeat in text, HTML, reStructuredText and wiki minutes what MeetBot 0.1.4 does wrong: for example, it loses ' +
      "the list of actions. **Its HTML is not safe:** like MeetBot's, it does not escape the title and the owner, " +
      'so a `<script>` in a title is run by whoever opens the page. Folders that you do not trust cannot set it.',
  }),
  'meetlog.minutes.mentions': flag(false, {
    scope: 'resource',
    markdownDescription:
      'Let Markdown minutes ping people (`@octocat`), refer to issues and commits (`#96`, `a5c3785`) and show emoji ' +
      '(`:tada:`) wherever they are pasted. Otherwise these stay text.',
  }),
  'meetlog.minutes.withoutBot': flag(false, {
    scope: 'resource',
    markdownDescription: 'Leave the bot out of the people of the minutes.',
  }),
  'meetlog.minutes.logUrl': text({
    scope: 'resource',
    markdownDescription:
      'The address of the folder in which readers of the minutes find the log, such as `https://example.org/logs/`; ' +
      'links to its lines start with it. It must start with `http://` or `https://`, without a user name, or be a ' +
      'relative path; anything else is ignored. Folders that you do not trust cannot set it.',
  }),
  'meetlog.minutes.timeZone': text({
    scope: 'resource',
    markdownDescription:
      'The time zone in which minutes show times, such as `Europe/Berlin`; by default UTC, if the log shows its own zone. ' +
      'If it does not, times are as logged, and Meetlog says so.',
  }),
  'meetlog.minutes.template': text({
    scope: 'resource',
    markdownDescription:
      'The file of the Liquid template for the format *Template*: absolute, or relative to the folder that is open. ' +
      'Where it is empty, you are asked for it. Folders that you do not trust cannot set it.',
  }),
  'meetlog.codeLens.enable': flag(true, {
    scope: 'resource',
    markdownDescription: 'Show commands and summaries above meetings and topics.',
  }),
  'meetlog.diagnostics.severity': severities({
    scope: 'resource',
    markdownDescription: 'How each kind of problem is shown; `off` hides it.',
  }),
  'meetlog.trace.server': oneOf(['off', 'messages', 'verbose'], 'off', {
    scope: 'window',
    markdownDescription: 'What to log of the messages between VS Code and the language server.',
  }),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type SettingKey = keyof typeof settingsTable;

function oneOf<const V extends string>(values: readonly V[], preset: V, about: About): Setting<V> {
  return { schema: { type: 'string', enum: values }, default: preset, ...about };
}

function flag(preset: boolean, about: About): Setting<boolean> {
  return { schema: { type: 'boolean' }, default: preset, ...about };
}

function text(about: About): Setting<string> {
  return { schema: { type: 'string' }, default: '', ...about };
}

function severities(about: About): Setting<Readonly<Record<ProblemCode, Level>>> {
  const each = <T>(of: (code: ProblemCode) => T) =>
    Object.fromEntries(problemCodes.map((code) => [code, of(code)])) as Record<ProblemCode, T>;
  const properties = each((code) => ({ enum: levels, markdownDescription: problemTable[code].about }));
  const schema = { type: 'object', properties, additionalProperties: false } as const;
  return { schema, default: each((code) => problemTable[code].severity), ...about };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
