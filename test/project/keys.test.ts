import { readFileSync } from 'node:fs';
import { assert } from 'chai';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when: string;
}

describe('the keyboard shortcuts suggested in the docs', () => {
  it('are valid bindings of existing commands, only in meeting logs, and none is assigned', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [, json = ''] = /## Keys.*?```json\n(.*?)```/s.exec(readFileSync('docs/settings.md', 'utf8')) ?? [];
    const bindings: readonly Binding[] = JSON.parse(json);
    const commands = contributes.commands.map(({ command }: { command: string }) => command);
    for (const { command, when } of bindings) {
      assert.include(commands, command);
      assert.include(when, 'editorLangId == meeting-log');
    }
    assert.lengthOf(new Set(bindings.map(({ key }) => key)), bindings.length);
    assert.isUndefined(contributes.keybindings);
  });
});
