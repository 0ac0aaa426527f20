/** No page that people have is so deep; the parser takes time in proportion to the square of it. */
const deepest = 10_000;

export class TooDeep extends Error {
  constructor() {
    super('its elements are nested too deep.');
  }
}

/** How deep an element is within others. */
export class Depth {
  #depth = 0;

  /** Throws `TooDeep` instead of letting hostile pages take forever. */
  open(): void {
    if (++this.#depth > deepest) throw new TooDeep();
  }

  close(): void {
    this.#depth--;
  }
}
