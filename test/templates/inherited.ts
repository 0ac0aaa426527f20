/** Properties of every object, list, text, function or class, and special names of LiquidJS. */
export const inherited = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  '__lookupGetter__',
  'isPrototypeOf',
  'toLocaleString',
];
