import { checkAbout, isAbout } from './checkAbout.js';
import { isSpoken, isWrongSpoken } from './checkDiscussion.js';
import { isGroupHead } from './checkGroups.js';
import { checkItem, findUnsupported } from './checkItems.js';
import { checkLogLine } from './checkLogLines.js';
import { checkPeople } from './checkPeople.js';
import { checkProse } from './checkProse.js';
import { isRecordPart } from './checkRecord.js';
import { checkTitle, isTitle } from './checkTitle.js';
import { checkVote, isVoteClaim } from './checkVotes.js';
import { keyOf, stemsIn } from './comparedWords.js';
import type { Held } from './held.js';
import { isOwnWords, isPeopleList } from './ownWords.js';
import { type Claim, isSection } from './statementClaims.js';

/** A way to hold a statement against the log. Returns whether it applies to it. */
type Check = (held: Held, claim: Claim) => boolean;

const prose: Check = (held, claim) => {
  held.result.prose(claim);
  return true;
};

/** A check for the statements to which a condition applies. */
function where(applies: Check, check: (held: Held, claim: Claim) => void): Check {
  return (held, claim) => {
    if (!applies(held, claim)) return false;
    check(held, claim);
    return true;
  };
}

/** The checks; the first that applies counts. */
const checks: readonly Check[] = [
  (held, claim) => held.isOfScribe && isRecordPart(held, claim),
  isSpoken,
  isRecordPart,
  where((_, { statement }) => statement.kind === 'log', checkLogLine),
  where(isOwn, prose),
  where((_, { statement, role }) => statement.kind !== 'heading' && isOfPeople(role), checkPeople),
  isGroupHead,
  where(
    (_, { statement }) => isPeopleList(statement.text),
    (held, claim) => checkPeople(held, { ...claim, role: 'people' }),
  ),
  where((_, claim) => isAbout(claim), checkAbout),
  where(isVoteClaim, checkVote),
  where(isTitle, checkTitle),
  isWrongSpoken,
  checkItem,
  where((_, claim) => isSection(claim), prose),
  where((_, { core }) => keyOf(core) === '', prose),
  where(mustBeSupported, findUnsupported),
  where(() => true, checkProse),
];

/** Holds one statement against the log. */
export function check(held: Held, claim: Claim): void {
  checks.some((one) => one(held, claim));
}

/** Whether a statement is only what bots say themselves: the log may have it as a topic, too. */
function isOwn({ facts }: Held, { statement, core, keys }: Claim): boolean {
  return (isOwnWords(statement.text) || isOwnWords(core)) && !keys.some((key) => facts.factsLike(key).length > 0);
}

function isOfPeople(role: Claim['role']): boolean {
  return role === 'people' || role === 'named' || role === 'absent';
}

/** Whether something that the log does not say is more than prose. */
function mustBeSupported(held: Held, claim: Claim): boolean {
  const { label, role, statement, source } = claim;
  if (source && held.isVerbatim) return true;
  const isDiscussion = held.isRecord && (role === 'topics' || role === 'discussion') && !held.facts.discussion.isEmpty;
  if (held.isOfBot) return statement.kind === 'item' || statement.kind === 'heading' || isDiscussion;
  const isListed = statement.kind === 'item' && (role === 'actions' || role === 'decisions');
  return (label !== undefined || isListed) && !isSaid(held, claim);
}

/** Whether most of a statement's words are in one line, or in the log at all. */
function isSaid({ facts }: Held, { core }: Claim): boolean {
  const stems = stemsIn(core);
  const near = facts.said.near(stems)[0];
  if (near && near.share >= 0.5) return true;
  const known = [...stems].filter((stem) => facts.said.hasStem(stem)).length;
  return stems.size > 0 && known >= 0.8 * stems.size;
}
