import { writeHtml } from './html.js';
import { writeLogHtml } from './logHtml.js';
import { writeMarkdown } from './markdown.js';
import type { Minutes } from './minutes.js';
import { writeRst } from './rst.js';
import { writeText } from './text.js';
import { writeMediaWiki, writePmWiki } from './wiki.js';

/** How minutes are written, whatever the format. */
export interface WriterOptions {
  /** Repeat what MeetBot 0.1.4 does wrong, down to the byte, instead of repairing it. */
  readonly bugCompatible?: boolean;
}

/** A format of minutes. */
export interface Writer {
  /** The name used on the command line and in settings. */
  readonly name: string;
  /** For people who have to choose. */
  readonly title: string;
  readonly about: string;
  /** The file ending, with its dot. */
  readonly extension: string;
  /** VS Code's identifier of the language that it is written in. */
  readonly languageId: string;
  readonly write: (minutes: Minutes, options: WriterOptions) => string;
}

/** Every format, the default first. */
export const writers: readonly Writer[] = [
  {
    name: 'markdown',
    title: 'Markdown',
    about: 'To paste into an issue, a wiki or a mail',
    extension: '.md',
    languageId: 'markdown',
    write: writeMarkdown,
  },
  {
    name: 'text',
    title: 'Text',
    about: 'As MeetBot writes it, filled to 72 columns',
    extension: '.txt',
    languageId: 'plaintext',
    write: writeText,
  },
  {
    name: 'html',
    title: 'HTML',
    about: 'The page that MeetBot writes',
    extension: '.html',
    languageId: 'html',
    write: writeHtml,
  },
  {
    name: 'log-html',
    title: 'HTML Log',
    about: 'The page that MeetBot makes of the log, to which minutes link',
    extension: '.log.html',
    languageId: 'html',
    write: writeLogHtml,
  },
  {
    name: 'rst',
    title: 'reStructuredText',
    about: 'As MeetBot writes it, for Sphinx and Docutils',
    extension: '.rst',
    languageId: 'restructuredtext',
    write: writeRst,
  },
  {
    name: 'mediawiki',
    title: 'MediaWiki',
    about: 'The page that MeetBot writes for MediaWiki',
    extension: '.mw',
    languageId: 'plaintext',
    write: writeMediaWiki,
  },
  {
    name: 'pmwiki',
    title: 'PmWiki',
    about: 'The page that MeetBot writes for PmWiki',
    extension: '.pmw',
    languageId: 'plaintext',
    write: writePmWiki,
  },
];

/** The format of that name, or undefined. */
export function writerNamed(name: string): Writer | undefined {
  return writers.find((writer) => writer.name === name);
}
