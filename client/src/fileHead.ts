import { open } from 'node:fs/promises';

/** The text of the first bytes of a file, however large it is. VS Code's own file systems only read whole files. */
export async function fileHead(path: string, bytes: number): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(bytes) });
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
