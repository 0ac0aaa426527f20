import fc from 'fast-check';

/** Texts of the characters that the heads of lines are made of, so that many of them fit. */
export const nearHeads = fc.string({
  unit: fc.constantFrom(...'0123:: <>[]@+~ -TZ.apm\t*x😀\u0003\u00a0'),
  maxLength: 24,
});
