import fc from 'fast-check';

/** Random texts with the characters in heads of lines, so that many of them match. */
export const nearHeads = fc.string({
  unit: fc.constantFrom(...'0123:: <>[]@+~ -TZ.apm\t*x😀\u0003\u00a0'),
  maxLength: 24,
});
