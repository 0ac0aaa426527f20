import { decodeBytes, isBinary } from '../text/decodeBytes.js';
import { mayBeChat } from './chat.js';

/** The text of a file: empty if it is long and its beginning is not that of a chat, null if it is not even text. */
export type ChatText = string | null;

/** How much of a file shows whether it is a chat, in bytes. */
export const headBytes = 65_536;

/** The text of a file that may be a chat, of which `head` are the first bytes, or all if `rest` is undefined. */
export async function chatText(head: Uint8Array, rest?: () => Promise<string> | string): Promise<ChatText> {
  const { text } = decodeBytes(head);
  if (mayBeChat(text)) return rest ? rest() : text;
  if (isBinary(head)) return null;
  // The text of a short file costs nothing, and may be in a layout that no one knows.
  return rest ? '' : text;
}
