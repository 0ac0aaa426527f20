import type { Dice } from './dice.js';
import type { Spoken } from './randomMeetings.js';
import type { Speaker } from './randomSpeakers.js';
import type { Stamp } from './randomStamps.js';

/* How programs arrange stamps, names and texts. */

/** A line that someone said. */
export interface SaidLine {
  /** The 0-based line of the log. */
  readonly line: number;
  readonly nick: string;
  /** Seconds since midnight by the log's own clock, as exact as its stamps; undefined if it has no times. */
  readonly time: number | undefined;
  readonly text: string;
}

/** A log with what is said in it. */
export interface Written {
  readonly rows: readonly string[];
  readonly said: readonly SaidLine[];
}

export interface Frame {
  readonly kind: string;
  /** Whether names are on lines of their own, above the text. */
  readonly isHead?: boolean;
  /** Whether messages may have several lines. */
  readonly hasLines?: boolean;
  /** Whether it has stamps: those of any program, none, or its own. */
  readonly stamps: 'any' | 'some' | 'none' | 'own';
  /** Whether it writes names in a form of its own. */
  readonly hasSpeaker?: boolean;
  /** How many blank lines are above each head. */
  readonly blanks?: number;
  /** What is done for the next message of who spoke last: all as for others, only a stamp, or nothing. */
  readonly again?: 'all' | 'stamp' | 'nothing';
  readonly write: (spoken: readonly Spoken[], stamp: Stamp, speaker: Speaker) => Written;
}

/** A log under way. */
class Rows implements Written {
  readonly rows: string[] = [];
  readonly said: SaidLine[] = [];

  say(one: Spoken, at: number | undefined, text: string, row = text): void {
    this.said.push({ line: this.rows.length, nick: one.nick, time: at, text });
    this.rows.push(row);
  }
}

/** What a stamp shows of a time. */
function shown(at: number, { exact }: Stamp): number | undefined {
  const time = at % 86_400;
  return exact && time - (time % exact);
}

/** A random frame. */
export function randomFrame(dice: Dice): Frame {
  const share = dice.whole(1, 100);
  if (share <= 45) return oneLine(dice);
  if (share <= 50) return rightMargin;
  if (share <= 60) return dice.pick([vttVoice, vttColon, sbv]);
  return share <= 63 ? mailHead : heads(dice);
}

/** Stamp, name and text on one line. */
function oneLine(dice: Dice): Frame {
  const joint = dice.pick([' ', ' ', ' ', ' ', ' - ', '\t', '']);
  const between = dice.percent(15) ? [''] : [];
  return {
    kind: `line${between.length > 0 ? ', blank' : ''}${joint === ' ' ? '' : ` (${JSON.stringify(joint)})`}`,
    stamps: 'any',
    write(spoken, stamp, speaker) {
      const log = new Rows();
      for (const one of spoken) {
        if (log.rows.length > 0) log.rows.push(...between);
        const text = one.lines.join(' ');
        const [before, name] = [stamp.write(one.at), speaker.write(one.nick)];
        // What would run together is kept apart.
        const gap = joint === '' && !/^[<[({]/.test(name) ? ' ' : joint;
        log.say(one, shown(one.at, stamp), text, `${before && before + gap}${name}${speaker.gap}${text}`);
      }
      return log;
    },
  };
}

const rightMargin: Frame = {
  kind: 'line, stamp right',
  stamps: 'some',
  write(spoken, stamp, speaker) {
    const log = new Rows();
    for (const one of spoken) {
      const text = one.lines.join(' ');
      const row = `${speaker.write(one.nick)}${speaker.gap}${text}`.padEnd(70);
      log.say(one, shown(one.at, stamp), text, `${row}  ${stamp.write(one.at)}`);
    }
    return log;
  },
};

const mailHead: Frame = {
  kind: 'head like a mail',
  hasSpeaker: true,
  stamps: 'some',
  isHead: true,
  hasLines: true,
  write(spoken, stamp) {
    const log = new Rows();
    for (const one of spoken) {
      log.rows.push(`From: ${one.nick}`, 'Type: incoming', `Sent: ${stamp.write(one.at)}`, '');
      for (const text of one.lines) log.say(one, shown(one.at, stamp), text);
      log.rows.push('');
    }
    return log;
  },
};

const cueTime = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);

/** Cues, whose times count from their start. */
function cues(kind: string, head: readonly string[], cue: (from: number, to: number) => string, voice: boolean): Frame {
  return {
    kind,
    hasSpeaker: true,
    stamps: 'own',
    hasLines: true,
    write(spoken) {
      const log = new Rows();
      log.rows.push(...head);
      const start = (spoken[0]?.at ?? 0) - 3;
      for (const one of spoken) {
        const at = one.at - start;
        log.rows.push(cue(at, at + 2));
        one.lines.forEach((text, index) => {
          const name = index > 0 ? '' : voice ? `<v ${one.nick}>` : `${one.nick}: `;
          log.say(one, at, text, name + text + (voice && index === one.lines.length - 1 ? '</v>' : ''));
        });
        log.rows.push('');
      }
      return log;
    },
  };
}

const vttCue = (from: number, to: number) => `${cueTime(from)} --> ${cueTime(to)}`;
const vttVoice = cues('cue of VTT, <v n>', ['WEBVTT', ''], vttCue, true);
const vttColon = cues('cue of VTT, n:', ['WEBVTT', ''], vttCue, false);
const sbv = cues('cue of SBV, n:', [], (from, to) => `${cueTime(from).slice(1)},${cueTime(to).slice(1)}`, false);

/** The lines above a text. */
type Head = (stamp: string, name: string) => readonly string[];

const headForms: readonly (readonly [kind: string, stamps: 'some' | 'none', head: Head])[] = [
  ['stamp name', 'some', (stamp, name) => [`${stamp} ${name}`]],
  ['stamp - name', 'some', (stamp, name) => [`${stamp} - ${name}`]],
  ['stamp, name', 'some', (stamp, name) => [`${stamp}, ${name}`]],
  ['name stamp', 'some', (stamp, name) => [`${name} ${stamp}`]],
  ['name  stamp', 'some', (stamp, name) => [`${name}  ${stamp}`]],
  ['name — stamp', 'some', (stamp, name) => [`${name} — ${stamp}`]],
  ['name, stamp', 'some', (stamp, name) => [`${name}, ${stamp}`]],
  ['name | stamp', 'some', (stamp, name) => [`${name} | ${stamp}`]],
  ['name / stamp', 'some', (stamp, name) => [name, stamp]],
  ['name /   stamp', 'some', (stamp, name) => [name, `  ${stamp}`]],
  ['name / — / stamp', 'some', (stamp, name) => [name, ' — ', stamp]],
  ['stamp / name', 'some', (stamp, name) => [stamp, name]],
  ['name', 'none', (_, name) => [name]],
];

/** A head above the text, until the next head. */
function heads(dice: Dice): Frame {
  const [form, stamps, head] = dice.pick(headForms);
  const blanks = dice.pick([0, 0, 1, 1, 2]);
  const again = dice.pick(
    stamps === 'none' ? (['all', 'nothing'] as const) : (['all', 'all', 'stamp', 'nothing'] as const),
  );
  const indent = dice.pick(['', '', '', '', '\t', '  ']);
  const blank = Array.from({ length: blanks }, () => '');
  const details = [`head ${form}`, `${blanks} blank`, again === 'all' ? '' : `again: ${again}`, indent && 'indented'];
  return {
    kind: details.filter(Boolean).join(', '),
    isHead: true,
    hasLines: true,
    stamps,
    blanks,
    again,
    write(spoken, stamp, speaker) {
      const log = new Rows();
      let at: number | undefined;
      spoken.forEach((one, index) => {
        const form = spoken[index - 1]?.nick === one.nick ? again : 'all';
        if (index > 0 && form !== 'nothing') log.rows.push(...blank);
        const written = stamp.write(one.at);
        log.rows.push(...{ all: head(written, speaker.write(one.nick)), stamp: [written], nothing: [] }[form]);
        if (form !== 'nothing') at = shown(one.at, stamp);
        for (const text of one.lines) log.say(one, at, text, indent + text);
      });
      return log;
    },
  };
}
