import Papa from 'papaparse';
import { stampOf } from './canonicalStamp.js';
import { type Context, type Converter, inUtc } from './context.js';
import { DateReader } from './dateReader.js';
import type { Feed } from './feed.js';

/** What DiscordChatExporter writes as CSV: a row for each message. */
export const discordCsv: Converter = (context) => {
  const rows = new MessageRows(context);
  return csvRows(
    (row) => rows.take(row),
    () => rows.end(),
    context,
  );
};

/** A row may be this long: a quotation mark that is never closed makes one row of all that follows. */
const longestRow = 8_000_000;

/** Gives the rows of CSV that comes in parts. */
function csvRows(take: (row: readonly string[]) => void, finish: () => void, { log }: Context): Feed {
  let rest = '';
  let newline: '\n' | '\r\n' | undefined;
  let isBroken = false;
  const read = (isLast: boolean) => {
    newline ??= /^[^\n]*\r\n/.test(rest) ? '\r\n' : '\n';
    const parser = new Papa.Parser({ delimiter: ',', newline });
    const { data, errors, meta } = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
    for (const row of data) if (row.length > 1) take(row);
    if (isLast && errors.length > 0) log.note('It is cut off in the middle of a message.');
    rest = isLast ? '' : rest.slice(meta.cursor);
    if (rest.length <= longestRow) return;
    isBroken = true;
    rest = '';
    log.note('A quotation mark is never closed: the rest is left out.');
  };
  return {
    write: (chunk) => {
      if (isBroken) return;
      rest += chunk;
      read(false);
    },
    end: () => {
      if (!isBroken) read(true);
      finish();
    },
  };
}

type Column = 'id' | 'author' | 'date' | 'content' | 'attachments';

const columns: Readonly<Record<Column, string>> = {
  id: 'AuthorID',
  author: 'Author',
  date: 'Date',
  content: 'Content',
  attachments: 'Attachments',
};

/** So many rows are kept until it is known whether the day or the month is first in their dates. */
const mostWaiting = 500;

class MessageRows {
  readonly #context: Context;
  readonly #dates = new DateReader();
  #header: readonly string[] | undefined;
  #waiting: (readonly string[])[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  take(row: readonly string[]): void {
    if (!this.#header) {
      this.#header = row.map((title) => title.replace(/^\uFEFF/, ''));
      return;
    }
    if (this.#dates.isSettled) {
      this.#write(row);
      return;
    }
    this.#dates.learn(this.#cell(row, 'date'));
    this.#waiting.push(row);
    if (this.#dates.isSettled || this.#waiting.length >= mostWaiting) this.#settle();
  }

  end(): void {
    this.#settle();
    const { log } = this.#context;
    if (this.#dates.hasZones) log.note(inUtc);
    else log.note('Times are as in the file, which does not say their time zone.');
    const { guessed } = this.#dates;
    if (guessed !== undefined) log.note(`Its dates are read with the ${guessed} first, which nothing in it confirms.`);
  }

  #settle(): void {
    this.#dates.settle();
    for (const row of this.#waiting) this.#write(row);
    this.#waiting = [];
  }

  #write(row: readonly string[]): void {
    const { log, names } = this.#context;
    const author = this.#cell(row, 'author');
    if (author === '' && this.#cell(row, 'content') === '') {
      log.leaveOut('unknown');
      return;
    }
    // Names had numbers until 2023.
    const nick = names.of(`${this.#cell(row, 'id')} ${author}`, author.replace(/#\d{4}$/, ''), author);
    const files = this.#cell(row, 'attachments').split(/,(?=https?:)/);
    const text = [this.#cell(row, 'content').replace(/@(?=[^\s@])/g, ''), ...files].filter(Boolean).join('\n');
    log.say(stampOf(this.#dates.read(this.#cell(row, 'date'))), nick, text);
  }

  #cell(row: readonly string[], column: Column): string {
    return row[this.#header?.indexOf(columns[column]) ?? -1] ?? '';
  }
}
