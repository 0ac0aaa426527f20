import type { Context, Converter } from './context.js';
import { byLines } from './feed.js';
import { isMatrixId, matrixName } from './matrixName.js';
import { Clock } from './pageClock.js';

/** What copying Fedora’s log page gives: a nick, a time and what was said, on lines of their own. */
export const pastedPage: Converter = ({ log, names, start }: Context) => {
  const clock = new Clock(start);
  /** A line that may be a nick, if a time follows. */
  let nick: string | undefined;
  let speaker: { readonly nick: string; readonly stamp: string | undefined; readonly lines: string[] } | undefined;
  const finish = () => {
    if (speaker) log.say(speaker.stamp, speaker.nick, speaker.lines.join('\n'));
    speaker = undefined;
  };
  const keep = (line: string) => {
    if (speaker) speaker.lines.push(line);
    else if (line !== '') log.leaveOut('unread');
  };
  return byLines(
    (text) => {
      const line = text.trim();
      if (nick !== undefined && /^\d\d?:\d\d(?::\d\d)?$/.test(line)) {
        finish();
        const shown = nick.slice(1, -1);
        speaker = {
          nick: isMatrixId(shown) ? names.of(shown, matrixName(shown), shown) : names.safe(shown),
          stamp: clock.stamp(line),
          lines: [],
        };
        nick = undefined;
        return;
      }
      if (nick !== undefined) keep(nick);
      nick = /^<[^<>\s]{1,300}>$/.test(line) ? line : undefined;
      if (nick === undefined) keep(line);
    },
    () => {
      if (nick !== undefined) keep(nick);
      finish();
      if (!clock.hasDate) log.note('Neither the text nor its name has a date.');
    },
  );
};
