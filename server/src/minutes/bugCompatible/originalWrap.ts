import { wrap } from '../formats/wrap.js';

const start = 'sWRAPs';
const end = 'eWRAPe';

/**
 * How MeetBot marks paragraphs to be wrapped, and then wraps from the first mark in the whole document to the last. If someone
 * writes these marks in the chat, text around them is wrapped as well.
 */
export function fillMarked(document: string): string {
  const from = document.indexOf(start);
  const to = document.lastIndexOf(end);
  if (from < 0 || to < from + start.length) return document;
  const paragraph = document.slice(from + start.length, to);
  return document.slice(0, from) + wrap(paragraph, '', '') + document.slice(to + end.length);
}

/** Puts MeetBot's marks around a paragraph. */
export function marked(paragraph: string): string {
  return start + paragraph + end;
}
