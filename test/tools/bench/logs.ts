/** The lines of a meeting in the generated logs; the last meeting is cut off at the end of the log. */
export const meetingLines = 400;

/**
 * A log in MeetBot's layout, the same every time: consecutive meetings with 12 to 40 people each, three commands per two hundred
 * lines, 67 bytes per line on average.
 */
export function generateLog(lines: number): string {
  const random = dice();
  let people = 12;
  const rows = Array.from({ length: lines }, (_, line) => {
    const at = line % meetingLines;
    if (at === 0) people = 12 + random(29);
    const isEdge = at === 0 || at === meetingLines - 1;
    const nick = isEdge ? 'member0' : `member${random(people)}`;
    const said = Array.from({ length: 6 + random(10) }, () => words[random(words.length)]).join(' ');
    return `${clock(at)} <${nick}> ${commandAt(at, random)}${said}\n`;
  });
  return rows.join('');
}

/**
 * A log with as many lines that is one meeting because no one ended it: 300 people, an action every ten lines, a topic every 400.
 */
export function generateYear(lines: number): string {
  const random = dice();
  const rows = Array.from({ length: lines }, (_, line) => {
    const said = Array.from({ length: 6 + random(10) }, () => words[random(words.length)]).join(' ');
    const command = line % 10 === 5 ? `#action member${random(300)} ` : line % meetingLines === 2 ? '#topic ' : '';
    return `${clock(line % 1000)} <member${random(300)}> ${command}${said}\n`;
  });
  return `10:00:00 <member0> #startmeeting\n${rows.join('')}`;
}

/**
 * A log with as many lines that W3C's bots kept: consecutive meetings of that many lines, with 12 people each, in which two scribe,
 * with a topic every 80 lines, and in each meeting two corrections and an action.
 */
export function generateScribed(lines: number, meetingLines: number): string {
  const random = dice();
  const rows = Array.from({ length: lines }, (_, line) => {
    const at = line % meetingLines;
    const said = Array.from({ length: 6 + random(10) }, () => words[random(words.length)]).join(' ');
    const url = `https://www.w3.org/2031/03/14-group${Math.floor(line / meetingLines)}-irc`;
    if (at === 0) return `${clock(0)} <RRSAgent> logging to ${url}\n`;
    if (at === 1) return `${clock(1)} <member0> scribe: member1, member2\n`;
    // Without a silence, which would end a meeting.
    return `${clock(at * Math.min(1, 6_000 / meetingLines))} ${scribedAt(at, random)}${said}\n`;
  });
  return rows.join('');
}

function scribedAt(at: number, random: (below: number) => number): string {
  const nick = `<member${random(12)}> `;
  if (at < 15) return `${nick}present+ `;
  if (at % 80 === 16) return `${nick}Topic: `;
  if (at === 100 || at === 200) return `${nick}s/the plan/that plan/ `;
  if (at === 300) return `${nick}ACTION: member3 to `;
  if (at % 25 === 0) return `${nick}q+ `;
  const scribe = `<member${1 + random(2)}> `;
  return [`${scribe}Bob: `, `${scribe}... `, nick][random(3)] ?? nick;
}

function commandAt(at: number, random: (below: number) => number): string {
  if (at === 0) return '#startmeeting ';
  if (at === meetingLines - 1) return '#endmeeting ';
  if (at % 80 === 2) return '#topic ';
  return random(1000) < 5 ? (commands[random(commands.length)] ?? '') : '';
}

export const words =
  'the plan for next week is to look at all of it again when everybody had time to read about what changes'.split(' ');
const commands = ['#info ', '#action member3 ', '#link https://example.org/ ', '#agreed '];

/** Six seconds for each line, from ten o'clock. */
function clock(line: number): string {
  return new Date((36_000 + line * 6) * 1000).toISOString().slice(11, 19);
}

/** Pseudo-random numbers that are the same in every run. */
export function dice(): (below: number) => number {
  let seed = 1;
  return (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
}
