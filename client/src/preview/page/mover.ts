/**
 * Who moves the page. A page also scrolls by itself: it is clamped when it gets shorter, keeps its place when something above
 * changes, follows the log. Only what comes of a person's input is theirs, from that input to the end of its scrolling.
 */
export class Mover {
  /** A person did something that may scroll, and nothing has scrolled since. */
  #isAsked = false;
  /** What a person asked for is being scrolled. */
  #isMoving = false;

  /** A wheel, key, pointer or touch. */
  input(): void {
    this.#isAsked = true;
  }

  /** The page is about to be changed by something else: whatever was asked for, it is not why the page scrolls next. */
  change(): void {
    this.#isAsked = false;
    this.#isMoving = false;
  }

  /** The page has scrolled; whether a person did it. */
  scrolled(): boolean {
    this.#isMoving ||= this.#isAsked;
    this.#isAsked = false;
    return this.#isMoving;
  }

  /** It has come to rest. An input that came meanwhile still has its scrolling before it. */
  ended(): void {
    this.#isMoving = false;
  }
}

/** Watches the inputs and changes of a page: `moved` is called when a person has scrolled it. */
export function watchMover(content: Element, moved: () => void): Mover {
  const mover = new Mover();
  for (const input of ['wheel', 'keydown', 'pointerdown', 'touchmove']) {
    window.addEventListener(input, () => mover.input(), { capture: true, passive: true });
  }
  // The size changes before the scrolling that comes of it is reported.
  window.addEventListener('resize', () => mover.change());
  new ResizeObserver(() => mover.change()).observe(content);
  window.addEventListener('scroll', () => mover.scrolled() && moved());
  window.addEventListener('scrollend', () => mover.ended());
  return mover;
}
