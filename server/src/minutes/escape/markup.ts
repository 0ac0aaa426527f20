/**
 * Text in the syntax of one format `F`, such as HTML. The constructor is not exported: only the format's door makes such text, so
 * a writer that is made of `Markup` cannot hold anything that was said unescaped. Markup of one format is not markup of another.
 */
class Text<F extends string> {
  declare protected readonly format: F;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Markup<F extends string> = Text<F>;

/**
 * What a template may hold: markup as it is, strings and numbers escaped, lists one after the other, `undefined` and `false` as
 * nothing.
 */
export type Value<F extends string> = Markup<F> | string | number | undefined | false | readonly Value<F>[];

/** The only way into the text of a format. */
export interface Door<F extends string> {
  /** The tag of templates: what the program's own text says is markup, what is filled in is escaped. */
  (template: TemplateStringsArray, ...values: readonly Value<F>[]): Markup<F>;
  /** Joins values, escaped as in a template, with markup between them. The default is nothing. */
  join(values: readonly Value<F>[], between?: Markup<F>): Markup<F>;
  /**
   * Takes a text as markup. Only for what the rooms of `escape/` have made safe, and for bug-compatible minutes, which escape
   * nothing.
   */
  trusted(markup: string): Markup<F>;
}

/** The door of a format, by how the format escapes a text that was said, wherever the text may be placed. */
export function doorOf<F extends string>(escaped: (said: string) => string): Door<F> {
  const written = (value: Value<F>): string => {
    if (typeof value === 'string') return escaped(value);
    if (value instanceof Text) return value.toString();
    if (value === undefined || value === false) return '';
    return typeof value === 'object' ? value.map(written).join('') : escaped(String(value));
  };
  const tag = (template: TemplateStringsArray, ...values: readonly Value<F>[]) => {
    let text = template[0] ?? '';
    for (let hole = 0; hole < values.length; hole++) text += written(values[hole]) + template[hole + 1];
    return new Text<F>(text);
  };
  return Object.assign(tag, {
    join: (values: readonly Value<F>[], between?: Markup<F>) =>
      new Text<F>(values.map(written).join(between?.toString() ?? '')),
    trusted: (markup: string) => new Text<F>(markup),
  });
}
