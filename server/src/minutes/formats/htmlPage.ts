import { type Html, html, styleSheet } from '../escape/htmlDoor.js';

/** The parts of MeetBot's page that do not depend on minutes. */
export interface HtmlForm {
  /** Its start, up to the title. */
  readonly start: Html;
  /** The start tag of its style, if it has attributes. */
  readonly styleTag?: '<style type="text/css">';
}

/** HTML 4.01 Transitional. */
export const originalForm: HtmlForm = {
  start: html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-type" content="text/html;charset=UTF-8">`,
  styleTag: '<style type="text/css">',
};

/** Valid modern HTML. */
export const ourForm: HtmlForm = {
  start: html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width">`,
};

interface HtmlPage {
  readonly title: Html;
  /** Our own CSS. */
  readonly css: string;
  readonly body: Html;
}

/** A page around a body. */
export function htmlPage({ start, styleTag }: HtmlForm, { title, css, body }: HtmlPage): string {
  return String(html`${start}
<title>${title}</title>
${styleSheet(css, styleTag)}
</head>

<body>
${body}
</body></html>
`);
}
