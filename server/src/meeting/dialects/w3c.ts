import type { Dialect } from './dialect.js';

/**
 * The bots of W3C and those with the same habits: people type labels, and minutes are made of the log afterwards. The labels are in
 * `scribe/`, not among commands, since everybody uses such words.
 */
export const w3c: Dialect = {
  name: 'w3c',
  title: 'W3C’s scribe',
  hints: [],
  commands: [],
  isCaseSensitive: false,
  hasCommonSign: true,
  needsSpaceAfterWord: false,
  nickDividers: { chair: ',', unchair: ',' },
  recordsUrls: false,
  isNamedAtStart: false,
  fileName: (name) => name.trim().toLowerCase().replace(/\s+/g, '_'),
  replies: [],
  isScribed: true,
};
