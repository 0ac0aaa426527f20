import type { Context } from './context.js';

/** What Slack writes in angle brackets: a user, a channel, a group or a link, and how it was shown. */
const inBrackets = /<([@#!]?)([^<>|]{1,4000})(?:\|([^<>]{0,4000}))?>/g;
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** A text as it was written: mentions are nicks, links are addresses, and `<`, `>` and `&` are themselves. */
export function slackText(text: string, context: Context): string {
  return text
    .replace(inBrackets, (_, sign: string, target: string, shown = '') => meant(sign, target, shown, context))
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

function meant(sign: string, target: string, shown: string, { names, log }: Context): string {
  if (sign === '@') return names.known(target) ?? unknownUser(target, shown, log);
  if (sign === '#') return `#${shown || target}`;
  // <!here>, <!subteam^S1|@writers>, <!date^1931288283^{date}|14 March>
  if (sign === '!') return shown || `@${target.replace(/\^.*/s, '')}`;
  return link(target, shown);
}

function unknownUser(id: string, shown: string, log: Context['log']): string {
  if (shown === '') log.note(`It mentions people whose names are not in it, such as ${id}: they are in users.json.`);
  return shown || id;
}

function link(target: string, shown: string): string {
  const bare = target.replace(/^(?:mailto|tel):/, '');
  if (bare !== target) return shown || bare;
  // Slack links a bare domain itself.
  const isShown = shown === '' || target.replace(/^https?:\/\//, '').replace(/\/$/, '') === shown.replace(/\/$/, '');
  return isShown || shown === target ? target : `${target} (${shown})`;
}
