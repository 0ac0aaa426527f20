import type { Html } from '../escape/htmlDoor.js';
import { harmlessUrl, page, startTag } from '../escape/scribeDoor.js';
import { htmlPage, ourForm as ourHtml } from '../formats/htmlPage.js';
import { generatedBy } from '../generator.js';
import type { MinutesLinks, MinutesScribe } from '../minutes.js';
import { colours } from '../page/pageStyle.js';
import { linked, ourForm } from './pageForm.js';

/** What is on the page. */
export interface PageParts {
  readonly title: string;
  readonly date: string | null;
  readonly scribe: MinutesScribe;
  /** The entries of the contents. */
  readonly contents: Html;
  readonly recording: Html | undefined;
  readonly discussion: Html;
  readonly summaries: Html;
}

const pictures = 'https://www.w3.org/StyleSheets/scribe2';

/** The links in the header, in order, with their pictures on scribe.perl's page. */
const headerLinks: readonly { readonly name: keyof MinutesLinks; readonly title: string; readonly picture: string }[] =
  [
    { name: 'previous', title: 'Previous meeting', picture: 'go-previous' },
    { name: 'agenda', title: 'Agenda', picture: 'chronometer' },
    { name: 'log', title: 'IRC log', picture: 'text-plain' },
    { name: 'next', title: 'Next meeting', picture: 'go-next' },
  ];

const names = [
  { title: 'Present', of: ({ present }: MinutesScribe) => present, mayFold: true },
  { title: 'Regrets', of: ({ regrets }: MinutesScribe) => regrets, mayFold: true },
  { title: 'Chair', of: ({ chairs }: MinutesScribe) => chairs, mayFold: false },
  { title: 'Scribe', of: ({ scribes }: MinutesScribe) => scribes, mayFold: false },
] as const;

/** Longer lists of names are folded away, except for their first one. */
const mostNames = 30;

function nameList(list: readonly string[], mayFold: boolean): Html {
  const [first = '', ...others] = list;
  if (mayFold && list.length > mostNames) {
    return page`<details><summary>${first},</summary> ${others.join(', ')}</details>`;
  }
  return page`${list.join(', ') || '-'}`;
}

function attendees(scribe: MinutesScribe): Html {
  return page`${names.map(
    ({ title, of, mayFold }) => page`<dt>${title}</dt><dd>${nameList(of(scribe), mayFold)}</dd>\n`,
  )}`;
}

/** scribe.perl's page, with W3C's style sheets and pictures. */
export function exactShell({ title, date, scribe, contents, recording, discussion, summaries }: PageParts): string {
  const draft = scribe.display.isFinal ? undefined : page`&ndash; DRAFT &ndash;<br>\n`;
  return String(page`<!DOCTYPE html>
<html lang=en>
<head>
<meta charset=utf-8>
<title>${title} &ndash; ${date ?? ''}</title>
<meta name=viewport content="width=device-width">
<link rel="stylesheet" type="text/css" title="2018" href="https://www.w3.org/StyleSheets/scribe2/public.css">
<link rel="alternate stylesheet" type="text/css" title="2004" href="https://www.w3.org/StyleSheets/base.css">
<link rel="alternate stylesheet" type="text/css" title="2004" href="https://www.w3.org/StyleSheets/public.css">
<link rel="alternate stylesheet" type="text/css" title="2004" href="https://www.w3.org/2004/02/minutes-style.css">
<link rel="alternate stylesheet" type="text/css" title="Fancy" href="https://www.w3.org/StyleSheets/scribe2/fancy.css">
<link rel="alternate stylesheet" type="text/css" title="Typewriter" href="https://www.w3.org/StyleSheets/scribe2/tt-member.css">
</head>

<body>
<header>
<p><a href="https://www.w3.org/"><img src="https://www.w3.org/assets/logos/w3c-2025/svg/w3c-white.svg" alt=W3C border=0 height=60 width=60></a></p>

<h1>${draft}${title}</h1>
<h2>${date ?? ''}</h2>

<nav id=links>
${exactLinks(scribe)}</nav>
</header>

<div id=prelims>
<div id=attendees>
<h2>Attendees</h2>
<dl class=intro>
${attendees(scribe)}</dl>
</div>

<nav id=toc>
<h2>Contents</h2>
<ol>
${contents}</ol>
</nav>
</div>

<main id=meeting class=meeting>
<h2>Meeting minutes</h2>
${recording}${discussion}
</main>
${summaries}

<address>${generatedBy}.</address>

</body>
</html>
`);
}

function exactLinks({ links }: MinutesScribe): Html[] {
  return headerLinks.flatMap(({ name, title, picture }) => {
    const href = harmlessUrl(links[name] ?? '');
    if (href === undefined) return [];
    const image = startTag('img', { alt: `${title}.`, title, src: `${pictures}/${picture}.png` });
    return page`${startTag('a', { href })}${image}</a>\n`;
  });
}

const css = `${colours}
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50em; margin: 0 auto; padding: 1.5em 1em 3em; color: var(--text);
  background: var(--ground); overflow-wrap: anywhere; }
a { color: var(--link); }
h1 { font-size: 1.6em; line-height: 1.25; margin: 0; }
h2 { font-size: 1.2em; margin: 2em 0 .5em; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.1em; margin: 1.6em 0 .5em; }
h4 { font-size: 1em; margin: 1.2em 0 .4em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; }
dd { margin: 0; }
dt, .date, .draft, .irc, .bot, .recording, footer { color: var(--faint); }
p, pre { margin: .4em 0; }
pre { white-space: pre-wrap; padding: .5em .8em; background: var(--panel); }
cite { font-style: normal; font-weight: 600; }
.phone, .irc, .bot { padding-left: 2em; text-indent: -2em; }
.action strong { color: var(--action); }
.resolution strong { color: var(--agreed); }
.issue strong { color: var(--other); }
#links a { margin-right: 1em; }
.recording, footer { font-size: .85em; font-weight: 400; }
footer { margin-top: 3em; }`;

/** A page of the same structure that needs nothing from elsewhere. */
export function ourShell({ title, date, scribe, contents, recording, discussion, summaries }: PageParts): string {
  const body = page`<header>
${!scribe.display.isFinal && page`<p class="draft">Draft</p>\n`}<h1>${title}</h1>
${date !== null && page`<p class="date">${date}</p>\n`}${ourLinks(scribe)}</header>

<main id="meeting" class="meeting">
<div id="attendees">
<h2>Attendees</h2>
<dl>
${attendees(scribe)}</dl>
</div>
${contentList(contents)}
<h2>Meeting minutes</h2>
${recording}${discussion}
${summaries}</main>

<footer>${generatedBy}.</footer>`;
  return htmlPage(ourHtml, { title: page`${title}${date !== null && page` – ${date}`}`, css, body });
}

function contentList(contents: Html): Html | undefined {
  if (String(contents) === '') return undefined;
  return page`
<nav id="toc" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ol>
${contents}</ol>
</nav>
`;
}

function ourLinks({ links }: MinutesScribe): Html | undefined {
  const shown = headerLinks.flatMap(({ name, title }) => {
    const address = links[name];
    if (address === null || ourForm.address(address) === undefined) return [];
    return page`${linked(ourForm, address, page`${title}`)}\n`;
  });
  return shown.length === 0 ? undefined : page`<nav id="links" aria-label="Links">\n${shown}</nav>\n`;
}
