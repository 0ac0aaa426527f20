import { type Command, commands, Disposable } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

/** How many commands are kept: more than there are visible lenses. */
const maxCommands = 500;

/**
 * Gives lenses commands without arguments. VS Code drops the arguments of a lens's command when it drops the list of lenses, but
 * may still show the lens (microsoft/vscode#84153): a click would then only report an unknown command.
 */
export class LensCommands implements Disposable {
  /** Keyed by what they run, least recently used first. */
  readonly #known = new Map<string, { readonly command: string; readonly registered: Disposable }>();
  #count = 0;

  get middleware(): NonNullable<LanguageClientOptions['middleware']> {
    return {
      resolveCodeLens: async (lens, token, next) => {
        const resolved = await next(lens, token);
        if (resolved?.command?.arguments?.length) resolved.command = this.#bare(resolved.command);
        return resolved;
      },
    };
  }

  dispose(): void {
    Disposable.from(...[...this.#known.values()].map(({ registered }) => registered)).dispose();
    this.#known.clear();
  }

  #bare({ title, command, arguments: given = [] }: Command): Command {
    const key = JSON.stringify([command, ...given]);
    const known = this.#known.get(key) ?? this.#register(() => commands.executeCommand(command, ...given));
    this.#known.delete(key);
    this.#known.set(key, known);
    this.#forgetOldest();
    return { title, command: known.command };
  }

  #register(run: () => Thenable<unknown>) {
    // The underscore hides it from lists of commands.
    const command = `_meetlog.lens.${this.#count++}`;
    return { command, registered: commands.registerCommand(command, run) };
  }

  #forgetOldest(): void {
    for (const [key, { registered }] of this.#known) {
      if (this.#known.size <= maxCommands) return;
      registered.dispose();
      this.#known.delete(key);
    }
  }
}
