import { Dice } from './dice.js';
import { type Frame, randomFrame, type Written } from './randomFrames.js';
import { type Expected, randomMeeting } from './randomMeetings.js';
import { bare, followsStamp, randomSpeaker, type Speaker, takesBlanks } from './randomSpeakers.js';
import { randomStamp, type Stamp, unstamped } from './randomStamps.js';

/* Random logs in random layouts: a stamp, a speaker and a frame. Everything follows from a seed. */

/** How a random log is written. */
export interface RandomLayout {
  readonly stamp: Stamp;
  readonly speaker: Speaker;
  readonly frame: Frame;
}

export interface RandomLog extends RandomLayout, Pick<Written, 'said'> {
  readonly seed: number;
  readonly text: string;
  readonly outline: Expected;
  /** `YYYY-MM-DD` of the meeting if the log shows it beyond doubt. */
  readonly date: string | undefined;
}

/** The log of a seed. */
export function randomLog(seed: number): RandomLog {
  const dice = new Dice(seed);
  const layout = randomLayout(dice);
  const { stamp, speaker, frame } = layout;
  const withBlanks = takesBlanks(speaker) && dice.percent(50);
  const { spoken, outline } = randomMeeting(dice, withBlanks, frame.hasLines === true);
  const { rows, said } = frame.write(spoken, stamp, speaker);
  const end = dice.percent(10) ? '\r\n' : '\n';
  return { ...layout, seed, text: rows.join(end) + end, said, outline, date: dateOf(stamp, spoken[0]?.at ?? 0) };
}

function randomLayout(dice: Dice): RandomLayout {
  for (;;) {
    const frame = randomFrame(dice);
    const speaker = frame.hasSpeaker ? bare : randomSpeaker(dice, frame.isHead === true);
    const drawn = randomStamp(dice);
    const layout = { frame, speaker, stamp: frame.stamps === 'none' || frame.stamps === 'own' ? unstamped : drawn };
    if (isWritten(layout) && !untellable.some(({ is }) => is(layout))) return layout;
  }
}

/** Whether a program could write so at all. */
function isWritten({ stamp, speaker, frame }: RandomLayout): boolean {
  if (frame.stamps === 'some' && stamp === unstamped) return false;
  const isAfterStamp = frame.kind.startsWith('line') && stamp !== unstamped && !frame.kind.includes('right');
  return !isAfterStamp || followsStamp(speaker);
}

function dateOf({ date, kinds }: Stamp, at: number): string | undefined {
  // A date without a time is only skipped.
  if (kinds.includes('no time')) return undefined;
  const day = new Date(at * 1000).toISOString().slice(0, 10);
  return date === 'clear' || (date === 'numeric' && Number(day.slice(8)) > 12) ? day : undefined;
}

const isHeadOf = (start: string, { frame }: RandomLayout) => frame.kind.startsWith(`head ${start}`);
/** Nothing shows where a message begins, except for a stamp. */
const isUnmarked = (layout: RandomLayout) => !layout.frame.blanks && layout.speaker.isBare === true;

/** The combinations that no reader could tell from text, and why. */
export const untellable: readonly { readonly why: string; readonly is: (layout: RandomLayout) => boolean }[] = [
  {
    why: 'a name alone, with neither a mark, a stamp nor a blank line around it, is like a line of text',
    is: (layout) => isHeadOf('name,', layout) && layout.frame.stamps === 'none' && isUnmarked(layout),
  },
  {
    why: 'a stamp alone between two lines of text: the line above may be the name, or the end of what was said before',
    is: (layout) => isHeadOf('name / stamp', layout) && layout.frame.again === 'stamp' && isUnmarked(layout),
  },
  {
    why: 'a stamp alone above a line: that may be the name, or what the last speaker said next',
    is: (layout) => isHeadOf('stamp /', layout) && layout.frame.again === 'stamp' && layout.speaker.isBare === true,
  },
  {
    why: 'text that begins with a time is like a head of a time and a name, without marks or blank lines',
    is: (layout) =>
      isHeadOf('stamp name', layout) &&
      isUnmarked(layout) &&
      layout.stamp.kinds[0] === 'no date' &&
      !/\W/.test(layout.stamp.kinds[2]),
  },
];
