import { type Html, html, styleSheet } from '../escape/htmlDoor.js';
import { colours, style } from './pageStyle.js';

/** A whole page of our own: a title, a body, and the style of what only some pages have. */
export function pageShell(title: string, body: Html, moreStyle = ''): string {
  return String(html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${styleSheet(`${colours}\n${style}${moreStyle}`)}
</head>
<body>
${body}
</body>
</html>
`);
}
