import { release } from '../host/install.mjs';

/** The themes that a release has besides those of the oldest: names in the settings, and a part of the workbench's class. */
export const newThemes = release === 'newest' ? { 'Light 2026': '2026-light', 'Dark 2026': '2026-dark' } : {};

/** How long `until` goes on at least, in milliseconds. */
const patience = 15_000;

/** A workbench as a person has it before them, with a folder open. */
export class Workbench {
  failures = 0;
  #number = 0;
  #shots;
  #say;

  /** `shots` is how the paths of the screenshots begin; `say` prints how a step went. */
  constructor(server, page, folder, shots, say = console.log) {
    this.server = server;
    this.page = page;
    this.folder = folder;
    this.#shots = shots;
    this.#say = say;
    this.input = page.locator('.quick-input-widget input').first();
  }

  /** Does a step of a run, prints how it went, and leaves a screenshot of it. */
  async step(name, run) {
    try {
      await run();
      this.#say(`✓ ${name}`);
    } catch (error) {
      this.failures++;
      this.#say(`✗ ${name}\n${error.message}`);
    }
    const number = String(++this.#number).padStart(2, '0');
    await this.page.screenshot({ path: `${this.#shots}-${number}-${name.replace(/\W+/g, '-')}.png` });
  }

  /** A line of the first editor. */
  line(text) {
    return this.page.locator('.editor-instance').first().locator('.view-line', { hasText: text }).first();
  }

  lens(text) {
    return this.page.locator('.codelens-decoration').getByText(text, { exact: true }).first();
  }

  pick(text) {
    return this.page.locator('.quick-input-list').getByText(text, { exact: true }).first();
  }

  /** A row of a quick pick that has a text in it. */
  pickRow(text) {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  status(text) {
    return this.page.locator('.statusbar-item').getByText(text, { exact: typeof text === 'string' });
  }

  file(name) {
    return this.page.getByRole('treeitem', { name });
  }

  cursorAt(line) {
    return this.status(new RegExp(`Ln ${line},`)).waitFor();
  }

  /** Runs a command of the palette. */
  async run(command) {
    await until(
      () => this.page.keyboard.press('F1'),
      async () => {
        await this.input.fill(`>${command}`, { timeout: 3000 });
        await this.pick(command).waitFor({ timeout: 3000 });
      },
    );
    await this.pick(command).click();
  }

  /** Picks a color theme, such as `Dark Modern`. */
  async wear(theme) {
    await this.run('Preferences: Color Theme');
    await this.input.fill(theme);
    // Newer releases have shorter names.
    await this.pick(theme)
      .or(this.pick(`Default ${theme}`))
      .first()
      .click();
  }

  /** Puts the cursor of the first editor on a line. */
  async goTo(line) {
    await this.run('View: Focus First Editor Group');
    await this.page.keyboard.press('Control+g');
    await this.input.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.cursorAt(line);
  }

  /** Types at the end of the line of the cursor. */
  async append(text) {
    // The first key leads to the end of a row of a wrapped line.
    for (const key of ['End', 'End']) await this.page.keyboard.press(key);
    await this.page.keyboard.type(text);
  }
}

/**
 * Does something until it has had its effect: VS Code loses a click on what it draws anew just then, and a key while focus
 * moves.
 */
export async function until(act, effect) {
  const end = Date.now() + patience;
  for (let tries = 1; ; tries++) {
    await act();
    try {
      return await effect();
    } catch (error) {
      if (tries >= 5 && Date.now() > end) throw error;
    }
  }
}
