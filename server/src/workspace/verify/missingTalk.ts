import type { Spoken } from './discussionIndex.js';
import type { Held } from './held.js';

/** A run of paragraphs of a scribe's discussion that minutes do not have. */
export interface Gap {
  /** Its paragraphs; of the last one before it only some lines may be missing. */
  readonly missing: readonly Spoken[];
  /** The statement before it; undefined if there is none. */
  readonly claim: number | undefined;
}

/** How much of a discussion minutes must have for the rest to be missing: otherwise it is left out on purpose. */
const enough = 0.5;

/** What exact minutes lack of the discussion, run by run. */
export function gapsOf({ facts, isRecord, isOfScribe }: Held): readonly Gap[] {
  // In other meetings, what is shown as said are items, which bots take in different ways.
  if (!isRecord || !facts.minutes.scribe) return [];
  const { spoken } = facts.discussion;
  const found = spoken.filter(({ claim }) => claim !== undefined).length;
  if (!isOfScribe && found < enough * spoken.length) return [];
  const gaps: { missing: Spoken[]; claim: number | undefined }[] = [];
  let last: number | undefined;
  let open: Spoken[] | undefined;
  for (const one of spoken) {
    if (!one.found.includes(false)) open = undefined;
    else if (open) open.push(one);
    else {
      open = [one];
      gaps.push({ missing: open, claim: one.claim ?? last });
    }
    last = one.claim ?? last;
  }
  return gaps;
}

/** Whether exact minutes show some of the discussion, and leave out more than that. */
export function isMostLeftOut({ facts, isRecord, isOfScribe }: Held): boolean {
  if (!isRecord || isOfScribe || facts.discussion.isEmpty) return false;
  const { spoken } = facts.discussion;
  const found = spoken.filter(({ claim }) => claim !== undefined).length;
  return found > 0 && found < enough * spoken.length;
}

/** What is missing, as a sentence. */
export function gapMessage({ missing: [first, ...others] }: Gap): string {
  const text = first?.text.slice(0, mostShown) ?? '';
  if (others.length > 0) return `${others.length + 1} paragraphs of the discussion are missing, from here on: ${text}`;
  return first?.claim === undefined
    ? `A paragraph of the discussion is missing: ${text}`
    : `Lines of this are missing: ${text}`;
}

/** How much of a paragraph a message shows, in UTF-16 units. */
const mostShown = 200;
