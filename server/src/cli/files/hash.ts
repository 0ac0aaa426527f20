import { createHash } from 'node:crypto';
import type { Hash } from '../../minutes/digest.js';

/** The digest in the files that the command line writes: the first 64 bits of SHA-256. */
export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
