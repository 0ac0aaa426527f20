import { botHead, botRows } from './botRows.js';
import { type ManifestSetting, manifestSettings } from './manifest.js';
import { schemaOf } from './schema.js';
import { bots, commands, converters, layouts, problems, writers } from './tables.js';

type Row = readonly string[];

/** A Markdown file with each table between its marks regenerated. Fails for a mark of an unknown table or without an end. */
export function withTables(text: string): string {
  const tables: Readonly<Record<string, readonly Row[]>> = {
    bots: botTable,
    commands: commandTable,
    dialects: table(botHead, botRows),
    exports: exportTable,
    formats: formatTable,
    layouts: layoutTable,
    problems: problemTable,
    // TypeScript takes a while for it.
    get project() {
      return projectTable();
    },
    get scribe() {
      return scribeTable();
    },
    settings: settingTable,
  };
  return text.replace(marked, (whole, name: string, end: string | undefined) => {
    const rows = tables[name];
    if (!rows || end === undefined) throw new Error(`${rows ? 'No end of' : 'No table for'} ${whole.split('\n')[0]}`);
    return `<!-- generated: ${name} -->\n\n${rows.map(line).join('')}\n${end}`;
  });
}

/** A mark with everything up to its end; without an end, only the mark. */
const marked = /<!-- generated: (\w+) -->(?:(?:(?!<!-- generated:).)*?(<!-- end of generated -->))?/gs;

function line(row: Row): string {
  return `| ${row.join(' | ')} |\n`;
}

function table(head: Row, rows: readonly Row[]): readonly Row[] {
  return [head, head.map(() => '---'), ...rows.map((row) => row.map((cell) => cell.replaceAll('|', String.raw`\|`)))];
}

const botTable = table(
  ['Bot', 'Name in settings and options'],
  bots.map(({ name, title }) => [title, code(name)]),
);

const commandTable = table(
  ['Command', 'Followed by', 'Given by', 'Bots', 'What it does'],
  commands.map((row) => [row.words.map(code).join(', '), row.argument ?? '', row.givenBy, row.bots, row.help]),
);

const exportTable = table(
  ['Kind', 'What it is'],
  converters.map(({ name, title }) => [code(name), title]),
);

const formatTable = table(
  ['Format', 'File', 'What it is'],
  writers.map(({ name, extension, about }) => [code(name), code(extension), about]),
);

const layoutTable = table(
  ['Layout', 'What it looks like'],
  layouts.map(({ name, title }) => [code(name), title.replaceAll('<', String.raw`\<`)]),
);

const problemTable = table(
  ['Code', 'Severity', 'What it is'],
  problems.map(({ code: name, severity, about }) => [`[${code(name)}](#${name})`, severity, about]),
);

/** Each property of the project's file, and those of the entries of its lists. */
function projectTable(): readonly Row[] {
  const { properties, $defs } = schemaOf('server/src/workspace/projectFile.ts', 'ProjectFile') as Described;
  const rows = Object.entries(properties ?? {}).flatMap(([name, property]) => {
    const entry = $defs?.[property.items?.$ref?.replace('#/$defs/', '') ?? ''];
    const parts = Object.entries(entry?.properties ?? {}).map(([part, { description }]) => {
      const isOptional = !entry?.required?.includes(part);
      return [code(`${name}[].${part}`), `${description}${isOptional ? ' Optional.' : ''}`];
    });
    return [[code(name), property.description ?? ''], ...parts];
  });
  return table(['Property', 'What it is'], rows);
}

/** What minutes of a meeting with a scribe have for templates, with what each part has. */
function scribeTable(): readonly Row[] {
  const { properties, $defs } = schemaOf('server/src/minutes/minutesScribe.ts', 'MinutesScribe') as Described;
  const rows = Object.entries(properties ?? {}).flatMap(([name, property]) => {
    const within = $defs?.[refOf(property)?.replace('#/$defs/', '') ?? ''];
    const parts = Object.entries(within?.properties ?? {}).map(([part, of]) => {
      const values = $defs?.[of.$ref?.replace('#/$defs/', '') ?? '']?.enum ?? [];
      const those = values.length > 0 ? ` One of ${values.map(code).join(', ')}.` : '';
      return [code(`scribe.${name}${property.items ? '[]' : ''}.${part}`), `${of.description ?? ''}${those}`];
    });
    return [[code(`scribe.${name}`), property.description ?? ''], ...parts];
  });
  return table(['Variable', 'What it is'], rows);
}

function refOf({ $ref, items, anyOf = [] }: Described): string | undefined {
  return $ref ?? items?.$ref ?? anyOf.find((one) => one.$ref !== undefined)?.$ref;
}

/** The part of a schema that the tables show. */
interface Described {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly { readonly $ref?: string }[];
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: { readonly $ref?: string };
  readonly $defs?: Readonly<Record<string, Described>>;
}

const settingTable = table(
  ['Setting', 'Default', 'What it does'],
  Object.entries(manifestSettings).map(([name, setting]) => [code(name), defaultOf(setting), descriptionOf(setting)]),
);

function defaultOf({ default: value }: ManifestSetting): string {
  return value === '' || typeof value === 'object' ? '' : code(String(value));
}

/** For settings with many values, only `auto` is described: other tables list the rest. */
function descriptionOf(setting: ManifestSetting): string {
  const { enum: values = [], enumDescriptions = [], markdownDescription } = setting;
  const isDescribed = (value: string) => values.length <= 5 || value === 'auto';
  const choices = values.map((value, at) => (isDescribed(value) ? [`${code(value)}: ${enumDescriptions[at]}`] : []));
  return [markdownDescription, ...choices.flat()].join(' ');
}

function code(text: string): string {
  return `\`${text}\``;
}
