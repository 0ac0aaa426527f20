/**
 * Text in the syntax of one format `F`, such as HTML. The constructor is not exported: only the format's door creates it, so a
 * writer that consists of `Markup` cannot contain unescaped chat text. Markup of one format is not markup of another.
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
 * The values of a template: markup is inserted as it is, strings and numbers are escaped, lists are concatenated, `undefined` and
 * `false` are empty.
 */
export type Value<F extends string> = Markup<F> | string | number | undefined | false | readonly Value<F>[];

/** The only way into the text of a format. */
export interface Door<F extends string> {
  /** The template tag: the literal parts are markup, the values are escaped. */
  (template: TemplateStringsArray, ...values: readonly Value<F>[]): Markup<F>;
  /** Joins values, escaped as in a template, with a markup separator, empty by default. */
  join(values: readonly Value<F>[], between?: Markup<F>): Markup<F>;
  /** Treats a text as markup. Only for text made safe in `escape/`, and for bug-compatible minutes, which escape nothing. */
  trusted(markup: string): Markup<F>;
}

/** Makes the door of a format, given how it escapes chat text for any place. */
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
