import type { MeetingPlace, PageCommand } from '../messages.js';
import { icon } from './icons.js';
import { moveByArrows, oneTabStop } from './roving.js';

interface Button {
  readonly command: PageCommand;
  /** Its name; on a narrow page, only the icon and the tooltip are shown. */
  readonly name: string;
  /** What the tooltip says. */
  readonly title: string;
  /** Shown as an icon alone, however wide the page is. */
  readonly isSmall?: true;
}

const buttons: readonly Button[] = [
  { command: 'copy', name: 'Copy', title: 'Copy Minutes' },
  { command: 'save', name: 'Save…', title: 'Save Minutes As…' },
  { command: 'generate', name: 'Generate…', title: 'Generate Minutes…' },
  { command: 'showLog', name: 'Show Log', title: 'Show Log' },
  { command: 'previous', name: 'Previous Meeting', title: 'Previous Meeting', isSmall: true },
  { command: 'next', name: 'Next Meeting', title: 'Next Meeting', isSmall: true },
  { command: 'lock', name: 'Lock', title: 'Keep Showing This Log', isSmall: true },
];

/** The toolbar above the minutes. It is never replaced, only its buttons change, so that they keep the focus. */
export class Toolbar {
  /** A landmark around it: all content of a page has to be in one. */
  readonly element = document.createElement('nav');
  readonly #buttons = new Map<PageCommand, HTMLButtonElement>();
  readonly #place = document.createElement('span');

  constructor(run: (command: PageCommand) => void) {
    this.element.id = 'toolbar';
    this.element.setAttribute('aria-label', 'Minutes');
    const bar = document.createElement('div');
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', 'Minutes');
    bar.setAttribute('aria-controls', 'minutes');
    this.element.append(bar);
    this.#place.setAttribute('role', 'status');
    for (const button of buttons) {
      const made = newButton(button);
      made.addEventListener('click', () => {
        oneTabStop(this.#shown(), made);
        if (made.getAttribute('aria-disabled') !== 'true') run(button.command);
      });
      this.#buttons.set(button.command, made);
      bar.append(made);
    }
    this.#button('next').before(this.#place);
    moveByArrows('#toolbar', () => this.#shown());
    this.update(undefined, false);
  }

  /** Enables the buttons for the meeting that is shown; without one, only the log can be shown. */
  update(meeting: MeetingPlace | undefined, isLocked: boolean): void {
    const focused = document.activeElement;
    const { index, count } = meeting ?? { index: 0, count: 0 };
    // Unlike `disabled`, `aria-disabled` lets a button keep the focus.
    for (const command of ['copy', 'save', 'generate'] as const) this.#enable(command, meeting !== undefined);
    this.#enable('previous', index > 0);
    this.#enable('next', index + 1 < count);
    this.#place.textContent = count > 1 ? `${index + 1} of ${count}` : '';
    for (const element of [this.#button('previous'), this.#place, this.#button('next')]) element.hidden = count < 2;
    const lock = this.#button('lock');
    lock.setAttribute('aria-pressed', String(isLocked));
    lock.replaceChildren(icon(isLocked ? 'lock' : 'unlock'));
    oneTabStop(this.#shown());
    // A hidden button cannot keep the focus.
    if (focused instanceof HTMLElement && focused.hidden) this.#shown()[0]?.focus();
  }

  #button(command: PageCommand): HTMLButtonElement {
    return this.#buttons.get(command) as HTMLButtonElement;
  }

  #shown(): HTMLButtonElement[] {
    return [...this.#buttons.values()].filter(({ hidden }) => !hidden);
  }

  #enable(command: PageCommand, isEnabled: boolean): void {
    this.#button(command).setAttribute('aria-disabled', String(!isEnabled));
  }
}

function newButton({ command, name, title, isSmall }: Button): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = title;
  button.dataset.command = command;
  if (isSmall) {
    button.setAttribute('aria-label', name);
    button.append(icon(command));
    return button;
  }
  const label = document.createElement('span');
  label.textContent = name;
  button.append(icon(command), label);
  return button;
}
