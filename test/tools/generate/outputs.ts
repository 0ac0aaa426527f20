import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { grammar } from '../../../syntaxes/grammar.js';
import { withSettings } from './manifest.js';
import { withTables } from './markdown.js';
import { schemaOf } from './schema.js';
import { commandWords, linkSchemes, listLabels } from './tables.js';

/** A generated file: its path relative to the root of the project, and its expected content. */
export interface Output {
  readonly path: string;
  readonly text: () => string;
}

const manifestPath = 'package.json';

/** The pages for users, the README first. */
export const pages: readonly string[] = [
  'README.md',
  ...readdirSync('docs').flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : [])),
];

/** Every generated file. Run in the root of the project. */
export const outputs: readonly Output[] = [
  { path: manifestPath, text: () => formatted(manifestPath, withSettings(JSON.parse(read(manifestPath)))) },
  json('syntaxes/meeting-log.tmLanguage.json', () => ({
    comment: 'Generated from syntaxes/grammar.ts: run `npm run generate`.',
    ...grammar(commandWords, linkSchemes, listLabels),
  })),
  schema('server/minutes.schema.json', 'server/src/minutes/formats/json.ts', 'WrittenMinutes'),
  schema('server/outline.schema.json', 'server/src/reports/outline.ts', 'PrintedOutline'),
  schema('server/actions.schema.json', 'server/src/reports/actionsReport.ts', 'PrintedActions'),
  schema('server/agenda.schema.json', 'server/src/reports/agendaReport.ts', 'PrintedAgenda'),
  schema('server/decisions.schema.json', 'server/src/reports/decisionsReport.ts', 'PrintedDecisions'),
  schema('server/people.schema.json', 'server/src/reports/peopleReport.ts', 'PrintedPeople'),
  schema('server/verify.schema.json', 'server/src/reports/printedVerify.ts', 'PrintedVerify'),
  schema('server/meetlog.schema.json', 'server/src/workspace/projectFile.ts', 'ProjectFile'),
  ...pages.map((path) => ({
    path,
    text: () => withTables(read(path)),
  })),
];

/** The schema of a type, whose doc comment is its description. */
function schema(path: string, source: string, type: string): Output {
  return json(path, () => ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: `Generated from ${source}: run \`npm run generate\`.`,
    title: type,
    ...schemaOf(source, type),
  }));
}

function json(path: string, value: () => unknown): Output {
  return { path, text: () => formatted(path, value()) };
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** JSON as formatted by Biome in that file. */
function formatted(path: string, value: unknown): string {
  const biome = 'node_modules/@biomejs/biome/bin/biome';
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    input: JSON.stringify(value, null, 2),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Biome does not format ${path}: ${stderr}`);
  return stdout;
}
