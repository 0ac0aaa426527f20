import { readHtml } from './readHtml.js';
import { readText } from './readText.js';
import type { ReadMinutes } from './statement.js';

/** Reads minutes of one format, or of any. */
export type MinutesReader = (text: string) => ReadMinutes;

/** Reads minutes in HTML or in text, by how they begin. */
export function readMinutes(text: string): ReadMinutes {
  return isHtml(text) ? readHtml(text) : readText(text);
}

/** Whether a text is a page or a part of one. */
export function isHtml(text: string): boolean {
  return /^\uFEFF?\s*(?:<!doctype html|<!--[^]{0,2000}?-->\s*<|<(?:html|head|body|h[1-6]|div|p|ul|ol|table|section|article|main|title|meta)\b)/i.test(
    text.slice(0, 5000),
  );
}
