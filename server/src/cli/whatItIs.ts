import { mayBeChat } from '../log/detect/chat.js';
import { isMeetingLog } from '../meeting/isMeetingLog.js';

/** What a file looks like by its first characters, for people who expect something else. */
export function whatItIs(head: string): string {
  return looks.find(([matches]) => matches(head))?.[1] ?? 'it looks like plain text';
}

const looks: readonly (readonly [matches: (head: string) => boolean, what: string])[] = [
  [(head) => head.trim() === '', 'it is empty'],
  [(head) => head.startsWith('PK\u0003\u0004'), 'it is a ZIP archive, which must be unpacked first'],
  [(head) => head.startsWith('\u001f'), 'it is compressed, and must be unpacked first'],
  [(head) => head.includes('\0'), 'it is not text'],
  [(head) => /^\uFEFF?\s*[[{]/.test(head), 'it looks like JSON of another program'],
  [
    (head) => /^\uFEFF?\s*<(?:!doctype|!--|\?xml|html|head|body|pre|div|table|svg)\b/i.test(head),
    'it looks like another page or XML',
  ],
  [(head) => isMeetingLog(head) || mayBeChat(head), 'it looks like a log already, which needs no conversion'],
  [(head) => /^\uFEFF?[^\n,]+(?:,[^\n,]*){2}/.test(head), 'it looks like another table (CSV)'],
];
