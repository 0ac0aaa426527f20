import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { release } from '../host/install.mjs';

/** The themes that a release has besides those of the oldest. */
export const newThemes = release === 'newest' ? { 'Light 2026': '2026-light', 'Dark 2026': '2026-dark' } : {};
/** The theme of a new window in a browser. */
export const firstTheme = release === 'newest' ? 'Light 2026' : 'Default Light Modern';
/** Themes by their names in the settings, and a part of the class that the workbench has with each. */
export const themes = {
  'Default Dark Modern': 'dark_modern',
  'Default Light Modern': 'light_modern',
  'Default Dark+': 'dark_plus',
  'Default Light+': 'light_plus',
  'Default High Contrast': 'hc_black',
  'Default High Contrast Light': 'hc_light',
  'Solarized Dark': 'solarized-dark',
  'Solarized Light': 'solarized-light',
  Monokai: 'monokai',
  ...newThemes,
};

/** How long `until` goes on at least, in milliseconds. */
const patience = 15_000;

/** A workbench as a person has it before them, with a folder open. */
export class Workbench {
  failures = 0;
  #number = 0;
  #shots;
  #say;
  #camera;

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
    writeFileSync(`${this.#shots}-${number}-${name.replace(/\W+/g, '-')}.png`, await this.#shoot());
  }

  /** The window as a PNG. There are so many that the browser is told to be quick about it. */
  async #shoot() {
    this.#camera ??= await this.page.context().newCDPSession(this.page);
    const { data } = await this.#camera.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    return Buffer.from(data, 'base64');
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
        // The palette closes if the focus moves just then.
        await this.pick(command).click({ timeout: 3000 });
      },
    );
  }

  /** Sets the color theme of the folder by its name in `themes`, until the workbench has it. */
  async wear(theme) {
    mkdirSync(join(this.folder, '.vscode'), { recursive: true });
    writeFileSync(join(this.folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    await this.wears(theme);
  }

  wears(theme) {
    return this.page.locator(`.monaco-workbench[class*="${themes[theme]}"]`).waitFor();
  }

  /** Puts the cursor of the first editor on a line. */
  async goTo(line) {
    await until(
      async () => {
        await this.page.keyboard.press('Control+1');
        await this.page.keyboard.press('Control+g');
      },
      async () => {
        await this.input.fill(`:${line}`, { timeout: 3000 });
        await this.page.keyboard.press('Enter');
        await this.status(new RegExp(`Ln ${line},`)).waitFor({ timeout: 3000 });
      },
    );
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
