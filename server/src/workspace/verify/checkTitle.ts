import type { Minutes } from '../../minutes/minutes.js';
import { checkDates } from './checkAbout.js';
import { keyOf, stemsIn } from './comparedWords.js';
import { differenceOf } from './difference.js';
import { type Held, refTo } from './held.js';
import type { Claim } from './statementClaims.js';

/** Whether a heading is the title of the minutes. */
export function isTitle(held: Held, { statement, index }: Claim): boolean {
  if (statement.kind !== 'heading') return false;
  if (statement.level > 1 && index > 1) return false;
  const title = stemsIn(titleOf(held));
  const own = stemsIn(statement.text);
  const shared = [...title].filter((stem) => own.has(stem)).length;
  return statement.level <= 1 || shared * 2 >= title.size;
}

function titleOf({ facts }: Held): string {
  return bareTitle(facts.minutes);
}

/** The title of minutes without the channel. */
function bareTitle({ title, channel }: Minutes): string {
  return channel !== null && title.startsWith(channel) ? title.slice(channel.length).replace(/^:?\s*/, '') : title;
}

/** The title of minutes must have that of the meeting, with its date and channel or without. */
export function checkTitle(held: Held, claim: Claim): void {
  const { facts, result } = held;
  const { text } = claim.statement;
  const own = keyOf(text);
  const titles = facts.variants.map(({ minutes }) => bareTitle(minutes));
  const title = titles.find((one) => ` ${own} `.includes(` ${keyOf(one)} `)) ?? titleOf(held);
  const key = keyOf(title);
  const before = result.isFinding(claim.index);
  if (` ${own} `.includes(` ${key} `)) {
    checkDates(held, {
      ...claim,
      statement: { ...claim.statement, text: text.replace(title, (found) => ' '.repeat(found.length)) },
    });
  } else if (held.isOfBot) {
    const bare = /^(?:#\S+?:? )?(.*)$/s.exec(text)?.[1] ?? text;
    const difference = differenceOf(bare, title, facts);
    const at = text.length - bare.length;
    if (difference)
      result.find(
        difference.code,
        claim,
        [at + difference.start, at + difference.end],
        `The title of the meeting is “${title}”.`,
        refTo(held, facts.meeting.title?.line ?? facts.meeting.startLine),
      );
  } else checkDates(held, claim);
  if (!before && !result.isFinding(claim.index))
    result.support(claim, facts, facts.meeting.title?.line ?? facts.meeting.startLine);
}
