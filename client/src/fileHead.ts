import { open } from 'node:fs/promises';
import { decodeBytes } from '../../server/src/log/text/decodeBytes.js';

/** The text of the first bytes of a file, however large it is. VS Code's own file systems only read whole files. */
export async function fileHead(path: string, bytes: number): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(bytes) });
    return decodeBytes(buffer.subarray(0, bytesRead)).text;
  } finally {
    await file.close();
  }
}
