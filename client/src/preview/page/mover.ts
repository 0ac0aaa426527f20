/**
 * Knows who scrolls the page. A page also scrolls by itself: when it gets shorter, when something above changes, when it follows
 * the log. Only scrolling caused by the user's input is the user's, from that input to the end of the scrolling.
 */
export class Mover {
  /** The user did something that may scroll, and nothing has scrolled since. */
  #isAsked = false;
  /** The page is scrolling because of the user's input. */
  #isMoving = false;

  /** A wheel, key, pointer or touch. */
  input(): void {
    this.#isAsked = true;
  }

  /** The page is about to be changed by something else, which is then the reason for the next scrolling. */
  change(): void {
    this.#isAsked = false;
    this.#isMoving = false;
  }

  /** The page has scrolled. Returns whether the user did it. */
  scrolled(): boolean {
    this.#isMoving ||= this.#isAsked;
    this.#isAsked = false;
    return this.#isMoving;
  }

  /** The scrolling has ended. An input during it may still cause more. */
  ended(): void {
    this.#isMoving = false;
  }
}

/** Watches the inputs and changes of a page. `moved` is called when the user has scrolled it. */
export function watchMover(content: Element, moved: () => void): Mover {
  const mover = new Mover();
  for (const input of ['wheel', 'keydown', 'pointerdown', 'touchmove']) {
    window.addEventListener(input, () => mover.input(), { capture: true, passive: true });
  }
  // The change of size is reported before the scrolling that it causes.
  window.addEventListener('resize', () => mover.change());
  new ResizeObserver(() => mover.change()).observe(content);
  window.addEventListener('scroll', () => mover.scrolled() && moved());
  window.addEventListener('scrollend', () => mover.ended());
  return mover;
}
