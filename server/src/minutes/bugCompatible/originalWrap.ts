import { wrap } from '../formats/wrap.js';

const start = 'sWRAPs';
const end = 'eWRAPe';

/**
 * How MeetBot marks a paragraph that is to be filled, and then fills it: from the first mark in the whole document to the last.
 * Whoever writes these words into a chat has their neighbours filled as well.
 */
export function fillMarked(document: string): string {
  const from = document.indexOf(start);
  const to = document.lastIndexOf(end);
  if (from < 0 || to < from + start.length) return document;
  const paragraph = document.slice(from + start.length, to);
  return document.slice(0, from) + wrap(paragraph, '', '') + document.slice(to + end.length);
}

/** A paragraph with MeetBot's marks. */
export function marked(paragraph: string): string {
  return start + paragraph + end;
}
