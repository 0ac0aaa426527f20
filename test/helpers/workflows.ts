import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const { load } = createRequire(import.meta.url)('js-yaml') as { readonly load: (text: string) => unknown };

/** The value of a text in YAML, which the caller knows the shape of. */
export function parseYaml<T>(text: string): T {
  return load(text) as T;
}

/** The same for a file. */
export function readYaml<T>(file: string): T {
  return parseYaml(readFileSync(file, 'utf8'));
}

/** A composite action of GitHub, as in `action.yml`. */
export interface CompositeAction {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

export interface ActionStep {
  readonly name: string;
  readonly if?: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

export interface StepResult {
  readonly name: string;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a composite action as GitHub does, in a repository's folder: with its inputs or their defaults, and each step in bash
 * unless its condition is false. After a step that failed, only steps run that say so. Returns what ran.
 */
export function runAction(
  folder: string,
  repository: string,
  given: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): StepResult[] {
  const action = readYaml<CompositeAction>(join(folder, 'action.yml'));
  const inputs: Record<string, string> = {};
  for (const [name, input] of Object.entries(action.inputs)) inputs[name] = given[name] ?? input.default ?? '';
  const done: StepResult[] = [];
  for (const step of action.runs.steps) {
    const hasFailed = done.some(({ status }) => status !== 0);
    const condition = step.if ?? 'true';
    if (hasFailed && !/cancelled\(\)|always\(\)/.test(condition)) continue;
    if (!evaluated(condition.replace(/^\$\{\{|\}\}$/g, ''), inputs)) continue;
    done.push({ name: step.name, ...runStep(step, inputs, { folder, repository, env }) });
  }
  return done;
}

function runStep(
  { env, run, shell }: ActionStep,
  inputs: Readonly<Record<string, string>>,
  around: { readonly folder: string; readonly repository: string; readonly env: Readonly<Record<string, string>> },
) {
  if (shell !== 'bash') throw new Error(`this test knows no ${shell}`);
  const values = Object.entries(env).map(([name, value]) => [name, substituted(value, inputs)]);
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', substituted(run, inputs)], {
    cwd: around.repository,
    encoding: 'utf8',
    env: {
      ...process.env,
      GITHUB_ACTION_PATH: resolve(around.folder),
      ...around.env,
      ...Object.fromEntries(values),
    },
  });
}

/** A text with its expressions, as GitHub puts in their values before it runs anything. */
function substituted(text: string, inputs: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(evaluated(expression, inputs)));
}

/** The value of an expression: the few that the action uses mean the same in JavaScript. */
function evaluated(expression: string, inputs: Readonly<Record<string, string>>): unknown {
  const code = expression.replace(/\binputs\.([\w-]+)/g, (_, name: string) => `inputs[${JSON.stringify(name)}]`);
  return new Function('inputs', 'cancelled', `return (${code});`)(inputs, () => false);
}
