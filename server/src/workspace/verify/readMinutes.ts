import { jsonIn } from './jsonParts.js';
import { readJson } from './readJson.js';
import { readText } from './readText.js';
import type { ReadMinutes } from './statement.js';

/** Reads minutes in JSON, HTML or text, by how they begin. Never rejects because of the text. */
export async function readMinutes(text: string): Promise<ReadMinutes> {
  const json = jsonIn(text);
  if (json) return readJson(json) ?? { ...readText(text), isOther: true };
  const page = isHtml(text) ? (await import('./readHtml.js')).readHtml(text) : undefined;
  return page ?? readText(text);
}

const htmlStart =
  /^\uFEFF?\s*(?:<!doctype html|<!--|<(?:html|head|body|h[1-6]|div|p|ul|ol|dl|table|section|article|main|title|meta|style)\b)/i;

/** Whether a text is a page or a part of one. */
function isHtml(text: string): boolean {
  return htmlStart.test(text.slice(0, 5000));
}
