import { lines } from './logs.js';

/** A meeting with a scribe, dom, and some lines in it, which begin at line 11 (1-based). */
export function scribedMeeting(more: string): string {
  return `${scribedHead}${more}${scribedEnd}`;
}

const scribedHead = lines`
  14:00:00 <RRSAgent> logging to https://example.org/2031/03/14-garden-irc
  14:00:05 <ann> Meeting: Garden Group
  14:00:10 <ann> chair: ann
  14:00:15 <ann> present+
  14:00:20 <dom> present+ Dom, Eve Smith
  14:00:25 <dom> scribe+
  14:01:00 <dom> Topic: Beds
  14:01:10 <dom> ann: we water the beds
  14:01:20 <dom> … every day
  14:01:30 <bob> not on Sundays
  `;

const scribedEnd = lines`
  14:50:00 <ann> Zakim, end meeting
  14:50:05 <RRSAgent> I have made the request to generate https://example.org/2031/03/14-garden-minutes.html ann
  `;
