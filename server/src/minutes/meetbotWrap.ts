import { wrap } from './wrap.js';

/**
 * How MeetBot marks a paragraph that is to be filled, and then fills it: from the first mark in the whole document to the last.
 * Whoever writes these words into a chat has their neighbours filled as well.
 */
export function fillMarked(document: string): string {
  return document.replace(/sWRAPs(.*)eWRAPe/s, (_, paragraph: string) => wrap(paragraph, '', ''));
}

/** A paragraph with MeetBot's marks. */
export function marked(paragraph: string): string {
  return `sWRAPs${paragraph}eWRAPe`;
}
