import type { Dice } from './dice.js';

/* Random meetings, independent of how a log writes them. */

/** What someone says, in one or several lines. */
export interface Spoken {
  readonly nick: string;
  /** Seconds since 1970 by the log's own clock. */
  readonly at: number;
  readonly lines: readonly string[];
}

/** What the minutes of a meeting have, as far as it does not depend on the log's times. */
export interface Expected {
  readonly title: string;
  readonly owner: string;
  readonly items: readonly string[];
  readonly topics: readonly { readonly title: string; readonly items: readonly string[] }[];
}

export interface RandomMeeting {
  readonly spoken: readonly Spoken[];
  readonly outline: Expected;
}

const nicks = ['marlow', 'tess', 'Ines', 'bodo_', 'kaya', 'otto77', 'Wim-H', 'lin', 'pia|away', 'zuzana'];
const names = [
  'Marlow Penn',
  'Tess Okafor',
  'Ines de Vries',
  'Bodo K.',
  'Kaya',
  'Zoë Lindqvist',
  "Sean O'Dell",
  'Анна Лис',
  'Mei-Lin Chu',
];

const titles = ['Harbour choir', 'Kite club weekly', 'Bee keepers', 'Bakery co-op, spring'];
const subjects = ['Ropes and nets', 'Budget: what is left', 'New stage', 'Roof', 'The 14:30 boat', 'Who brings soup?'];
const remarks = [
  'hello everyone',
  'good morning',
  'ok',
  'I think so too',
  'note: the key is in the shed',
  '10:30 works for me',
  '(that was loud)',
  'see https://boats.example/plan?id=3 for the plan',
  'yes, but who pays for it?',
  '+1',
  'the red one - not the blue one',
  'it costs 3 < 4 & less > 2',
  'we had that on 12/11 already, around 9 pm',
  'Thanks! 😀',
  'agreed: no nets this year [as last year]',
  'hm… let me look that up, it must be somewhere in the minutes of the last meeting or the one before that',
  'grüße aus Bremen',
  'no',
];
const infos = ['12 boats are left', 'the hall is free on Friday', 'soup: 40 litres', 'Ada wrote about ropes (again)'];
const ideas = ['sing by the river', 'paint the nets green', 'ask the baker'];
const tasks = ['to buy ropes', 'to call the harbour, 9:00', 'to write to the mayor'];
const seconds = ['and a second line', 'also bring a coat', '- one more thing', 'that is all'];

/** The dates on which meetings are: their number's order of day and month is open up to the 12th. */
const firstDay = Date.UTC(2029, 0, 1) / 1000;

/** A random meeting of people with nicks or full names. */
export function randomMeeting(dice: Dice, withBlanks: boolean, withLines: boolean): RandomMeeting {
  return new Script(dice, dice.some(withBlanks ? names : nicks, dice.whole(3, 5)), withLines).meeting();
}

class Script {
  readonly #dice: Dice;
  readonly #people: readonly string[];
  readonly #withLines: boolean;
  readonly #spoken: Spoken[] = [];
  #at: number;

  constructor(dice: Dice, people: readonly string[], withLines: boolean) {
    this.#dice = dice;
    this.#people = people;
    this.#withLines = withLines;
    this.#at = firstDay + dice.whole(0, 1200) * 86_400 + dice.whole(0, 21 * 3600);
  }

  meeting(): RandomMeeting {
    const dice = this.#dice;
    const [owner = '', chair = ''] = this.#people;
    const title = dice.pick(titles);
    this.#talk(0, 3);
    this.#say(owner, `#startmeeting ${title}`);
    for (const one of this.#people.slice(1)) this.#say(one, dice.pick(remarks));
    this.#talk(0, 3);
    this.#say(owner, `#chair ${firstWord(chair)}`);
    const items = this.#items(chair, 0, 1);
    const topics = dice.some(subjects, dice.whole(1, 3)).map((subject) => {
      this.#say(dice.pick([owner, chair]), `#topic ${subject}`);
      this.#talk(1, 4);
      return { title: subject, items: this.#items(chair, 1, 4) };
    });
    this.#say(owner, '#endmeeting');
    this.#talk(0, 2);
    return { spoken: this.#spoken, outline: { title, owner, items, topics } };
  }

  #items(chair: string, least: number, most: number): string[] {
    return Array.from({ length: this.#dice.whole(least, most) }, () => {
      const item = this.#item(chair);
      this.#talk(0, 3);
      return item;
    });
  }

  /** An item as `TYPE nick: text`. */
  #item(chair: string): string {
    const dice = this.#dice;
    const [who, text] = [dice.pick(this.#people), dice.pick(infos)];
    switch (dice.whole(0, 3)) {
      case 0:
        return this.#command(who, 'info', text);
      case 1:
        return this.#command(who, 'idea', dice.pick(ideas));
      case 2:
        return this.#command(chair, 'agreed', text);
      default:
        return this.#command(who, 'action', `${firstWord(dice.pick(this.#people))} ${dice.pick(tasks)}`);
    }
  }

  #command(who: string, command: string, text: string): string {
    this.#say(who, `#${command} ${text}`);
    return `${command.toUpperCase()} ${who}: ${text}`;
  }

  #talk(least: number, most: number): void {
    const dice = this.#dice;
    for (let left = dice.whole(least, most); left > 0; left--) {
      const address = dice.percent(15) ? `${firstWord(dice.pick(this.#people))}: ` : '';
      const more = this.#withLines && dice.percent(25) ? dice.some(seconds, dice.whole(1, 2)) : [];
      this.#say(dice.pick(this.#people), address + dice.pick(remarks), ...more);
    }
  }

  #say(nick: string, ...lines: readonly string[]): void {
    this.#spoken.push({ nick, at: this.#at, lines });
    this.#at += this.#dice.whole(2, 80);
  }
}

/** How people call someone: a nick, or the first word of a name. */
function firstWord(name: string): string {
  return /^\S+/.exec(name)?.[0] ?? name;
}
