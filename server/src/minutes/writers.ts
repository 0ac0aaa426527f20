import { writeHtml } from './formats/html.js';
import { writeJson } from './formats/json.js';
import { writeLogHtml } from './formats/logHtml.js';
import { writeMarkdown } from './formats/markdown.js';
import { writeMoin } from './formats/moin.js';
import { writeRst } from './formats/rst.js';
import { writeText } from './formats/text.js';
import { writeMediaWiki, writePmWiki } from './formats/wiki.js';
import type { Minutes } from './minutes.js';
import { writePage } from './page/page.js';
import { writeScribePage } from './scribe/scribePage.js';
import { TemplateError, type TemplateRunner, templateExtension } from './template.js';
import type { Writer, WriterOptions } from './writer.js';

/** Every format, the default first. */
export const writers: readonly Writer[] = [
  {
    name: 'markdown',
    title: 'Markdown',
    about: 'For pasting into an issue, a wiki or a mail',
    extension: '.md',
    languageId: 'markdown',
    write: writeMarkdown,
  },
  {
    name: 'text',
    title: 'Text',
    about: 'As MeetBot writes it, wrapped at 72 columns',
    extension: '.txt',
    languageId: 'plaintext',
    isOfBots: true,
    write: writeText,
  },
  {
    name: 'html',
    title: 'HTML',
    about: 'As MeetBot writes it',
    extension: '.html',
    languageId: 'html',
    isOfBots: true,
    write: writeHtml,
  },
  {
    name: 'log-html',
    title: 'HTML Log',
    about: 'The log as a page, as MeetBot writes it; minutes link to it',
    extension: '.log.html',
    languageId: 'html',
    writesLog: true,
    isOfBots: true,
    write: writeLogHtml,
  },
  {
    name: 'page',
    title: 'Web Page',
    about: 'Minutes, charts and the log on one page, light and dark, without scripts',
    extension: '.page.html',
    languageId: 'html',
    writesLog: true,
    write: writePage,
  },
  {
    name: 'w3c-html',
    title: 'W3C HTML',
    about: 'The page that scribe.perl writes, for groups that work like those of W3C',
    extension: '.w3c.html',
    languageId: 'html',
    isOfBots: true,
    write: writeScribePage,
  },
  {
    name: 'rst',
    title: 'reStructuredText',
    about: 'As MeetBot writes it, for Sphinx and Docutils',
    extension: '.rst',
    languageId: 'restructuredtext',
    isOfBots: true,
    write: writeRst,
  },
  {
    name: 'mediawiki',
    title: 'MediaWiki',
    about: 'As MeetBot writes it for MediaWiki',
    extension: '.mw',
    languageId: 'plaintext',
    isOfBots: true,
    write: writeMediaWiki,
  },
  {
    name: 'pmwiki',
    title: 'PmWiki',
    about: 'As MeetBot writes it for PmWiki',
    extension: '.pmw',
    languageId: 'plaintext',
    isOfBots: true,
    write: writePmWiki,
  },
  {
    name: 'moin',
    title: 'MoinMoin',
    about: 'A MoinMoin page with the same sections as meetingology’s',
    extension: '.moin.txt',
    languageId: 'plaintext',
    writesLog: true,
    write: writeMoin,
  },
  {
    name: 'json',
    title: 'JSON',
    about: 'Everything the other formats are made from, described by a JSON Schema',
    extension: '.json',
    languageId: 'json',
    writesLog: true,
    write: writeJson,
  },
  {
    name: 'template',
    title: 'Template',
    about: 'From a Liquid template of your own',
    extension: '.txt',
    languageId: 'plaintext',
    writesLog: true,
    write: withoutTemplate,
  },
];

/** Writes minutes in a format, using `runTemplate` for templates; undefined if `isUseless` stopped the template. */
export async function writeMinutes(
  { name, write }: Writer,
  minutes: Minutes,
  options: WriterOptions,
  runTemplate: TemplateRunner,
  isUseless?: () => boolean,
): Promise<string | undefined> {
  const { template, mentions = false } = options;
  return name === 'template' && template
    ? runTemplate({ ...template, mentions }, minutes, isUseless)
    : write(minutes, options);
}

function withoutTemplate(): never {
  throw new TemplateError({ name: 'template' }, 'no template was given');
}

/** The file extension of minutes, with its dot; templates have their own. */
export function extensionOf({ name, extension }: Writer, { template }: WriterOptions): string {
  return name === 'template' && template ? templateExtension(template.name) : extension;
}

/** The format with this name, or undefined. */
export function writerNamed(name: string): Writer | undefined {
  return writers.find((writer) => writer.name === name);
}
