import { stemsIn } from './comparedWords.js';
import type { Held } from './held.js';
import { checkParts } from './looseParts.js';
import type { Claim } from './statementClaims.js';

/** How much of a sentence and a line must be the same words for the sentence to be about that line. */
const nearEnough = 0.5;

/** Holds the exact parts of free prose against the log, sentence by sentence. */
export function checkProse(held: Held, claim: Claim): void {
  const { facts, result } = held;
  let parts = 0;
  let line: number | undefined;
  for (const { text, start } of sentencesOf(claim.statement.text)) {
    const near = facts.said.near(stemsIn(text))[0];
    const said = near && near.score >= nearEnough ? near.thing : undefined;
    const logged = said && { text: said.text, line: said.line, people: [said.nick], isSaid: true };
    // Chats seldom say when the next meeting is, and minutes always do.
    if (!logged && isAboutNext(claim, text)) continue;
    parts += checkParts(held, { claim, text, start }, logged && isExact(text) ? logged : undefined);
    line ??= said?.line;
  }
  if (result.isDone(claim.index)) return;
  if (parts === 0) result.prose(claim);
  else if (line === undefined) result.accept(claim);
  else result.support(claim, facts, line);
}

/** Whether a sentence has numbers: others tell what was said in too many ways. */
function isExact(text: string): boolean {
  return /\d/.test(text);
}

function isAboutNext({ role }: Claim, text: string): boolean {
  return role === 'next' || /\b(?:next|following|no) meeting\b/i.test(text);
}

function sentencesOf(text: string): { readonly text: string; readonly start: number }[] {
  const sentences: { text: string; start: number }[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[.!?](?=\s|$)/g)) {
    sentences.push({ text: text.slice(start, index + 1), start });
    start = index + 1;
  }
  return start < text.length ? [...sentences, { text: text.slice(start), start }] : sentences;
}
