import { baseName, type MeetingLog } from '../meeting/meetingLog.js';
import { markdownLink } from '../minutes/escape/markdownDoor.js';
import { relativeLogFolder } from '../minutes/logFolder.js';
import { meetingTitle } from './describe.js';
import { encodedName, nameIn } from './uris.js';

/**
 * A link in Markdown to the log with a URI, from a document in a folder, which is a URI too: the title of its meeting, or its
 * name if it has several meetings or none. Null if no relative link leads there.
 */
export function markdownLinkTo(log: MeetingLog, uri: string, folder: string): string | null {
  const path = relativeLogFolder(uri, folder);
  if (path === null) return null;
  const [meeting, another] = log.meetings;
  const text = meeting && !another ? meetingTitle(log, meeting) : baseName(log.fileName);
  return String(markdownLink(text, path + encodedName(nameIn(uri)), {}));
}
