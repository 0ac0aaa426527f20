import { readFileSync } from 'node:fs';
import { assert } from 'chai';

const { activationEvents, contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const [{ id, steps }] = contributes.walkthroughs;

describe('the walkthrough', () => {
  it('runs commands that the client registers, and loads the client', () => {
    const code = readFileSync('client/src/firstContact.ts', 'utf8');
    for (const { description } of steps) {
      const [, command] = /\(command:(?:toSide:)?([\w.]+)\)/.exec(description) ?? [];
      assert.include(code, `'${command}'`);
    }
    assert.include(activationEvents, `onWalkthrough:${id}`);
  });

  it('has steps that are completed by their button', () => {
    const completed = steps.flatMap(
      ({ completionEvents }: { completionEvents: readonly string[] }) => completionEvents,
    );
    const commands = contributes.commands.map(({ command }: { command: string }) => command);
    assert.lengthOf(steps, 4);
    for (const [, command] of completed.join('\n').matchAll(/^onCommand:(meetlog\..*)$/gm))
      assert.include(commands, command);
    for (const { completionEvents } of steps) assert.isNotEmpty(completionEvents);
  });

  it('has pictures with descriptions, in the colours of the theme', () => {
    for (const { media } of steps) {
      assert.isNotEmpty(media.altText);
      assert.match(readFileSync(media.svg, 'utf8'), /var\(--vscode-editor-foreground/);
    }
  });
});

describe('the menu of the Explorer', () => {
  it('has commands for a file, only for logs and texts, and not in the palette', () => {
    const all: readonly { command: string; when: string }[] = contributes.menus['explorer/context'];
    const entries = all.filter(({ command }) => command !== 'meetlog.openAsMeetingLog');
    assert.lengthOf(entries, 2);
    for (const { command, when } of entries) {
      const [, pattern = ''] = /resourceExtname =~ \/(.*)\/i/.exec(when) ?? [];
      const matching = ['.log', '.TXT', '.md', '.login'].filter((name) => new RegExp(pattern, 'i').test(name));
      assert.deepEqual(matching, ['.log', '.TXT']);
      const palette = contributes.menus.commandPalette.find((one: { command: string }) => one.command === command);
      assert.equal(palette?.when, 'false');
    }
  });

  it('opens exports of chats, too, in the Explorer and from a tab', () => {
    for (const menu of ['explorer/context', 'editor/title/context']) {
      const entries: readonly { command: string; when: string }[] = contributes.menus[menu];
      const when = entries.find(({ command }) => command === 'meetlog.openAsMeetingLog')?.when ?? '';
      const [, pattern = ''] = /resourceExtname =~ \/(.*)\/i/.exec(when) ?? [];
      const names = ['.log', '.TXT', '.json', '.csv', '.vtt', '.sbv', '.srt', '.html', '.md', '.js', '.login'];
      assert.deepEqual(
        names.filter((name) => new RegExp(pattern, 'i').test(name)),
        names.slice(0, 8),
      );
    }
  });
});
