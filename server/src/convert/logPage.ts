import { Parser } from 'htmlparser2';
import { timeInName } from './canonicalStamp.js';
import type { Context, Converter } from './context.js';
import { Depth } from './depth.js';
import { isMatrixId, matrixName } from './matrixName.js';
import { Clock } from './pageClock.js';

/** The log as a page: as MeetBot and its relatives write it, with and without Pygments, and as irclog2html does. */
export const logPage: Converter = (context) => {
  const page = new PageLines(context);
  const depth = new Depth();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth.open();
      page.open(name, attributes);
    },
    ontext: (text) => page.text(text),
    onclosetag: (name) => {
      depth.close();
      page.close(name);
    },
  });
  return {
    write: (chunk) => parser.write(chunk),
    end: () => {
      parser.end();
      page.end();
    },
  };
};

/** The elements that have times: those of MeetBot, and those of Pygments, with which MeetBot wrote another style. */
const times = new Set(['tm', 'cp']);
/** A line may be this long; of a longer one, the rest is left out. */
const longestLine = 1_000_000;

type Attributes = Readonly<Record<string, string>>;

/** What is known of a line of the page. Its time begins it, or is in the row of a table. */
class PageLines {
  readonly #clock: Clock;
  readonly #context: Context;
  /** Where text belongs: to a time, to a line, to a cell of a row, to the title; or nowhere. */
  #into: 'time' | 'line' | 'nick' | 'title' | undefined;
  #time = '';
  #nick: string | undefined;
  #line = '';
  #title = '';
  #isRow = false;

  constructor(context: Context) {
    this.#context = context;
    this.#clock = new Clock(context.start);
  }

  open(name: string, { class: kind = '', id = '' }: Attributes): void {
    if (name === 'span' && times.has(kind)) {
      this.#finish();
      this.#into = 'time';
    } else if (name === 'title') this.#into = 'title';
    else if (name === 'tr') {
      this.#finish();
      this.#time = /^t(\d\d?:\d\d(?::\d\d)?)/.exec(id)?.[1] ?? '';
      this.#isRow = this.#time !== '';
    } else if (this.#isRow && (name === 'th' || name === 'td')) this.#openCell(name, kind);
    else if (name === 'br' && this.#into === 'line') this.#line += '\n';
  }

  #openCell(name: string, kind: string): void {
    if (name === 'th' || kind.startsWith('nick')) {
      this.#nick = '';
      this.#into = 'nick';
    } else this.#into = kind === 'time' || this.#line !== '' ? undefined : 'line';
  }

  text(text: string): void {
    if (this.#into === 'time') this.#time += text;
    else if (this.#into === 'nick') this.#nick += text;
    else if (this.#into === 'title') this.#title += text;
    else if (this.#into === 'line') this.#line += text;
    if (this.#line.length > longestLine) {
      this.#line = this.#line.slice(0, longestLine);
      this.#context.log.note('Only the beginning of very long lines is kept.');
    }
  }

  close(name: string): void {
    if (name === 'span' && this.#into === 'time') this.#into = 'line';
    else if (name === 'title') {
      this.#into = undefined;
      this.#clock.dateIs(timeInName(this.#title));
    } else if (name === 'tr' || name === 'pre' || name === 'table') this.#finish();
    else if ((name === 'td' || name === 'th') && this.#isRow) this.#into = undefined;
  }

  end(): void {
    this.#finish();
    const { log } = this.#context;
    if (!this.#clock.hasDate) log.note('Neither the page nor its name has a date.');
  }

  #finish(): void {
    const [time, line, nick] = [this.#time.trim(), this.#line.trim(), this.#nick?.trim()];
    this.#time = '';
    this.#line = '';
    this.#nick = undefined;
    this.#isRow = false;
    this.#into = undefined;
    if (time === '') return;
    const stamp = this.#clock.stamp(time);
    if (nick !== undefined && nick !== '') this.#say(stamp, nick, line);
    else this.#writeLine(stamp, line);
  }

  /** A line as it is in a text log: `<nick> text`, `* nick text`, or what happened. */
  #writeLine(stamp: string | undefined, line: string): void {
    const { log } = this.#context;
    const [spoken, nick = ''] = /^<\s*([^>\n]{1,300})>/.exec(line) ?? [];
    if (spoken !== undefined) {
      this.#say(stamp, nick, line.slice(spoken.length).trim());
      return;
    }
    const [, actor = '', text = ''] = /^\*\s+(\S{1,300})\s+(.*)$/s.exec(line) ?? [];
    if (actor !== '') {
      log.say(stamp, this.#nickOf(actor), text, true);
      return;
    }
    const [marked, event = ''] = /^(?:\*{2,3}|-!-|<?-->?|={3})\s*(.*)$/s.exec(line) ?? [];
    if (marked !== undefined) log.event(stamp, event);
    else log.leaveOut('unread');
  }

  #say(stamp: string | undefined, nick: string, text: string): void {
    this.#context.log.say(stamp, this.#nickOf(nick), text);
  }

  #nickOf(shown: string): string {
    const id = shown.trim();
    return isMatrixId(id) ? this.#context.names.of(id, matrixName(id), id) : this.#context.names.safe(id);
  }
}
