import type { LinkPattern } from './meeting/linkPatterns.js';
import type { ProblemCode } from './meeting/problems/problemTable.js';
import { cleanText } from './minutes/escape/clean.js';
import { logBaseFault } from './minutes/logBase.js';
import { isTimeZone, type Selection } from './minutes/select.js';
import { type Level, type SettingKey, type SettingSchema, settingsTable } from './settingsTable.js';

/** The server's settings. */
export interface Settings extends Required<Pick<Selection, 'withoutBot' | 'logUrl' | 'timeZone'>> {
  readonly severity: Readonly<Record<ProblemCode, Level>>;
  readonly codeLens: boolean;
  readonly inlayHints: InlayHintSettings;
  /** Only valid ones. */
  readonly links: readonly LinkPattern[];
  /** The name of the log's layout, and that of its bot; undefined if they are detected. */
  readonly layout: string | undefined;
  readonly bot: string | undefined;
  /** The channel of the log's meetings; undefined if it is what the log and its path show. */
  readonly channel: string | undefined;
  /** Whether minutes repeat the bugs of MeetBot 0.1.4. */
  readonly bugCompatible: boolean;
  /** Whether Markdown may mention people and reference issues. */
  readonly mentions: boolean;
}

/** Which inlay hints are shown. */
export interface InlayHintSettings {
  readonly tally: boolean;
  readonly gaps: boolean;
  readonly elapsed: boolean;
  readonly names: boolean;
}

/** Checks for settings that not every text is valid for: what is wrong with a text, as a sentence; undefined if it is valid. */
const faultOf = {
  'meetlog.minutes.logUrl': (url: string) => (url === '' ? undefined : logBaseFault(url)),
  'meetlog.minutes.timeZone': (name: string) =>
    name === '' || isTimeZone(name) ? undefined : 'It must be the name of a time zone, such as Europe/Berlin.',
} as const satisfies Partial<Record<SettingKey, (text: string) => string | undefined>>;

type CheckedKey = keyof typeof faultOf;

/** The default settings. */
export const defaultSettings: Settings = parseSettings({}, []);

/** Settings, and those that are ignored because they are invalid, by key, each with a message for the user. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly faults: ReadonlyMap<string, string>;
}

/**
 * Reads the section `meetlog` of a client's configuration, which may be anything: missing or invalid settings get their defaults.
 * The first check of a time zone takes a while, since all zones are loaded, and so do the first links, which need a library.
 */
export async function readSettings(section: unknown): Promise<ReadSettings> {
  const links = await linksIn(section);
  const valid = links.filter((link) => typeof link !== 'string');
  return { settings: parseSettings(section, valid), faults: faultsIn(section, links) };
}

/** The entries for links, each ready for use, or what is wrong with it. */
async function linksIn(section: unknown): Promise<readonly (LinkPattern | string)[]> {
  const links = valueIn(section, 'meetlog.links');
  if (links.length === 0) return [];
  const { linkPattern } = await import('./meeting/linkPatterns.js');
  return links.map(linkPattern);
}

function parseSettings(section: unknown, links: readonly LinkPattern[]): Settings {
  const read = <K extends SettingKey>(key: K) => valueIn(section, key);
  const chosen = (name: string) => (name === 'auto' ? undefined : name);
  return {
    severity: read('meetlog.diagnostics.severity'),
    layout: chosen(read('meetlog.layout')),
    bot: chosen(read('meetlog.bot')),
    channel: read('meetlog.channel').trim() || undefined,
    codeLens: read('meetlog.codeLens.enable'),
    inlayHints: {
      tally: read('meetlog.inlayHints.tally'),
      gaps: read('meetlog.inlayHints.gaps'),
      elapsed: read('meetlog.inlayHints.elapsed'),
      names: read('meetlog.inlayHints.names'),
    },
    links,
    bugCompatible: read('meetlog.minutes.bugCompatible'),
    mentions: read('meetlog.minutes.mentions'),
    withoutBot: read('meetlog.minutes.withoutBot'),
    logUrl: withoutFault(section, 'meetlog.minutes.logUrl'),
    timeZone: withoutFault(section, 'meetlog.minutes.timeZone'),
  };
}

function faultsIn(section: unknown, links: readonly (LinkPattern | string)[]): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const key of Object.keys(faultOf) as CheckedKey[]) {
    const text = valueIn(section, key);
    const fault = faultOf[key](text);
    if (fault !== undefined) faults.set(key, ignoring(`the setting ${key}`, text, fault));
  }
  for (const [index, { pattern }] of valueIn(section, 'meetlog.links').entries()) {
    const fault = links[index];
    if (typeof fault === 'string') {
      faults.set(`meetlog.links.${index}`, ignoring('an entry of the setting meetlog.links', pattern, fault));
    }
  }
  return faults;
}

function ignoring(what: string, value: string, fault: string): string {
  return `Meetlog ignores ${what}, “${cleanText(value).slice(0, 100)}”. ${cleanText(fault)}`;
}

function withoutFault(section: unknown, key: CheckedKey): string {
  const text = valueIn(section, key);
  return faultOf[key](text) === undefined ? text : settingsTable[key].default;
}

/** The value of a setting if its schema allows it, otherwise its default. */
function valueIn<K extends SettingKey>(section: unknown, key: K): (typeof settingsTable)[K]['default'] {
  const [, ...path] = key.split('.');
  const { schema, default: preset } = settingsTable[key];
  return fitting(path.reduce(at, section), schema, preset) as (typeof settingsTable)[K]['default'];
}

/** Each property of an object and each item of a list is checked separately; those that are not in the schema are left out. */
function fitting(value: unknown, { type, enum: allowed, properties, items }: SettingSchema, preset: unknown): unknown {
  if (items) return Array.isArray(value) ? value.filter((item) => fits(item, items)).map(copied(items)) : preset;
  if (!properties) return (allowed ? allowed.includes(value as string) : typeof value === type) ? value : preset;
  const fit = ([name, schema]: [string, SettingSchema]) => [name, fitting(at(value, name), schema, at(preset, name))];
  return Object.fromEntries(Object.entries(properties).map(fit));
}

/** Whether an item of a list has everything that it must have. */
function fits(item: unknown, { properties = {}, required = [] }: SettingSchema): boolean {
  return required.every((name) => typeof at(item, name) === properties[name]?.type);
}

function copied(schema: SettingSchema): (item: unknown) => unknown {
  return (item) => fitting(item, schema, undefined);
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
