import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { projectOf } from '../../server/src/workspace/project.js';
import { type CompositeAction, parseYaml, readYaml } from '../helpers/workflows.js';

interface Workflow {
  readonly jobs: { readonly check: { readonly steps: readonly WorkflowStep[] } };
}

interface WorkflowStep {
  readonly uses: string;
  readonly with?: object;
}

interface HookConfig {
  readonly repos: readonly { readonly hooks: readonly { readonly id: string }[] }[];
}

const page = readFileSync('docs/meetings.md', 'utf8');
const snippets = (language: string) =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, name]) => name === language).map(([, , text = '']) => text);

describe('the page about many meetings', () => {
  it('has a project file without faults', () => {
    const [file = ''] = snippets('json');
    assert.isEmpty(projectOf(file).faults);
  });

  it('has a workflow with the inputs of the action, and describes all of them', () => {
    const [workflow = ''] = snippets('yaml');
    const { inputs } = readYaml<CompositeAction>('.github/actions/check/action.yml');
    const step = parseYaml<Workflow>(workflow).jobs.check.steps.find(({ uses }) => uses.includes('/actions/check@'));
    assert.containsAllKeys(inputs, Object.keys(step?.with ?? {}));
    for (const name of Object.keys(inputs)) assert.include(page, `| \`${name}\` |`);
  });

  it('has the hooks for pre-commit, and the version that they need', () => {
    const hooks = readYaml<readonly { id: string; minimum_pre_commit_version: string }[]>('.pre-commit-hooks.yaml');
    const [, config = ''] = snippets('yaml');
    const [repo] = parseYaml<HookConfig>(config).repos;
    assert.sameMembers(
      hooks.map(({ id }) => id),
      (repo?.hooks ?? []).map(({ id }) => id),
    );
    for (const hook of hooks) assert.include(page, `pre-commit.com) ${hook.minimum_pre_commit_version} or later`);
  });
});
