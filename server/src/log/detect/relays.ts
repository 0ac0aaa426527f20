import { elementAt } from '../indexing.js';
import { knownEvent } from '../layouts/eventPhrases.js';
import { withoutCodes } from '../layouts/ircCodes.js';
import type { Layout } from '../layouts/layout.js';
import { type RelayForm, relayedIn } from '../layouts/relayed.js';
import { bareLength } from '../lineEnds.js';
import { isSpoken, type LogLine } from '../logLine.js';

/*
 * A bridge is a nick that mostly repeats what others say. People quote, and address, each other in nearly the same forms, so one
 * such line shows nothing: most of what the nick says must be such lines, and those that it names must not be there themselves.
 */

/** A bridge repeats at least this many lines, and this share of what it says; */
const fewestRelayed = 2;
const relayedShare = 3 / 4;
/** some also tell titles of links and the like, so more than half is enough for one that repeats this many. */
const manyRelayed = 10;
/** Of what it says, this share is from people who do not also speak for themselves. */
const foreignShare = 1 / 2;

/**
 * Forms that people and bots use for other things, such as `ann: hello` and `[link] title`, need more: a bridge writes nearly all
 * lines so, names only people who are nowhere else in the log, and repeats commands, or its own nick says what it is.
 */
const unsureForms: readonly RelayForm[] = ['colon', 'square', 'round'];
const unsureShare = 9 / 10;
const fewestUnsure = 3;
const fewestCommands = 2;
const bridgeNames = /bridge|relay|gate|matrix|discord|telegram|teleirc|slack|mattermost|xmpp|jabber/i;
const command = /^[#!^][a-z]{2}/i;

/** The same layout with the bridges that a log's first rows show. */
export function withRelays(layout: Layout, rows: readonly string[], lines: readonly LogLine[]): Layout {
  // Below a heading, no one speaks for others.
  if (layout.below) return layout;
  const relays = new Map<string, RelayForm>();
  const here = new Set(lines.map(({ nick }) => withoutCodes(nick)));
  const all = saidByNick(rows, lines);
  for (const [nick, said] of all) {
    const form = relayForm(nick, said, here);
    if (form && !isOneOfMany(said, all)) relays.set(nick, form);
  }
  return relays.size === 0 ? layout : { ...layout, relays };
}

/**
 * Whether all lines name one person for whom someone gives commands who mostly speaks for himself: in rooms that are bridged,
 * people may write the bridge's nick before them.
 */
function isOneOfMany(said: readonly string[], all: ReadonlyMap<string, readonly string[]>): boolean {
  const [only, ...others] = new Set(said.flatMap((text) => relayedIn(text, 'angle')?.nick ?? []));
  if (only === undefined || others.length > 0) return false;
  return Array.from(all.values()).some((texts) => {
    const found = texts.flatMap((text) => {
      const relayed = relayedIn(text, 'angle');
      return relayed ? [{ nick: relayed.nick, said: text.slice(relayed.textStart).replace(/^: /, '') }] : [];
    });
    return found.length * 2 < texts.length && found.some((one) => one.nick === only && command.test(one.said));
  });
}

/** Whether two layouts have the same bridges. */
export function areSameRelays({ relays: one = new Map() }: Layout, { relays: other = new Map() }: Layout): boolean {
  return one.size === other.size && [...other].every(([relay, form]) => one.get(relay) === form);
}

/** How lines for someone else begin; a quick check, since hardly anyone is a bridge. */
const mayBeRelayed = /^(?:[<[(*]|[^\s:]{1,64}:)/;

/** What each nick says. */
function saidByNick(rows: readonly string[], lines: readonly LogLine[]): Map<string, string[]> {
  const said = new Map<string, string[]>();
  for (const [index, line] of lines.entries()) {
    if (!isSpoken(line)) continue;
    const row = elementAt(rows, index);
    const text = withoutCodes(row.slice(line.textStart, bareLength(row)));
    const known = said.get(line.nick);
    if (known) known.push(text);
    else said.set(line.nick, [text]);
  }
  return said;
}

/** How a nick names those whose lines it repeats; undefined if it is not a bridge. */
function relayForm(nick: string, all: readonly string[], here: ReadonlySet<string>): RelayForm | undefined {
  if (all.filter((text) => mayBeRelayed.test(text)).length < fewestRelayed) return undefined;
  // Without what bridges say about joins and parts.
  const said = all.filter((text) => !knownEvent(text, 0));
  if (said.length < fewestRelayed) return undefined;
  if (isSure(said, here)) return 'angle';
  return unsureForms.find((form) => isLikely(nick, said, here, form));
}

function isSure(said: readonly string[], here: ReadonlySet<string>): boolean {
  const relayed = said.flatMap((text) => relayedIn(text, 'angle') ?? []);
  const foreign = relayed.filter(({ kind, nick }) => kind === 'message' && !here.has(nick)).length;
  const share = relayed.length < manyRelayed ? relayedShare : foreignShare;
  return relayed.length >= said.length * share && foreign >= Math.max(fewestRelayed, said.length * foreignShare);
}

function isLikely(bridge: string, said: readonly string[], here: ReadonlySet<string>, form: RelayForm): boolean {
  const found = said.flatMap((text) => {
    const relayed = relayedIn(text, form);
    return relayed?.kind === 'message'
      ? [{ nick: relayed.nick, isCommand: command.test(text.slice(relayed.textStart)) }]
      : [];
  });
  if (found.length < Math.max(fewestUnsure, said.length * unsureShare)) return false;
  const nicks = new Set(found.map(({ nick }) => nick));
  if ([...nicks].some((nick) => here.has(nick))) return false;
  const isNamedSo = bridgeNames.test(bridge);
  // Whoever gives commands to a bot by name repeats nobody: `keeper: #topic tea`.
  if (nicks.size === 1 && form === 'colon' && !isNamedSo) return false;
  const commands = found.filter(({ isCommand }) => isCommand).length;
  return commands >= fewestCommands || (isNamedSo && nicks.size > 1);
}
