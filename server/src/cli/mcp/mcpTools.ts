import { findDecisions, listActions } from './ledgerTools.js';
import type { LogLibrary } from './logLibrary.js';
import { getMinutes, listMeetings } from './meetingTools.js';
import type { Tool } from './toolParts.js';
import { verifyTool } from './verifyTool.js';

/** All tools, which answer from the logs in a library. */
export function toolsFor({ formats }: Pick<LogLibrary, 'formats'>): readonly Tool[] {
  // The server asks each only what fits its own shape.
  return [listMeetings, getMinutes(formats), listActions, findDecisions, verifyTool] as unknown as Tool[];
}
