import type { ProblemCode } from './meeting/problems/problemTable.js';
import { cleanText } from './minutes/escape/clean.js';
import { logBaseFault } from './minutes/logBase.js';
import { isTimeZone, type Selection } from './minutes/select.js';
import { type Level, type SettingKey, type SettingSchema, settingsTable } from './settingsTable.js';

/** What a user can set of the server. */
export interface Settings extends Required<Pick<Selection, 'withoutBot' | 'logUrl' | 'timeZone'>> {
  readonly severity: Readonly<Record<ProblemCode, Level>>;
  readonly codeLens: boolean;
  /** The name of the layout of the log, and that of the bot that was there; undefined if they are found by the text. */
  readonly layout: string | undefined;
  readonly bot: string | undefined;
  /** Whether minutes repeat what MeetBot 0.1.4 does wrong. */
  readonly bugCompatible: boolean;
  /** Whether Markdown may ping the people and refer to the issues that were named. */
  readonly mentions: boolean;
}

/** Settings that only some texts make sense for: what is wrong with a text, as a sentence; undefined if nothing is. */
const faultOf = {
  'meetlog.minutes.logUrl': (url: string) => (url === '' ? undefined : logBaseFault(url)),
  'meetlog.minutes.timeZone': (name: string) =>
    name === '' || isTimeZone(name) ? undefined : 'It must be the name of a time zone, such as Europe/Berlin.',
} as const satisfies Partial<Record<SettingKey, (text: string) => string | undefined>>;

type CheckedKey = keyof typeof faultOf;

/** The settings of a user who has set none. */
export const defaultSettings: Settings = parseSettings({});

/**
 * Reads the section `meetlog` of a client's configuration, which may be anything: a setting that is missing or makes no sense has
 * its default. The first time zone that is asked for takes a while: all of them are loaded.
 */
export function parseSettings(section: unknown): Settings {
  const read = <K extends SettingKey>(key: K) => valueIn(section, key);
  const chosen = (name: string) => (name === 'auto' ? undefined : name);
  return {
    severity: read('meetlog.diagnostics.severity'),
    layout: chosen(read('meetlog.layout')),
    bot: chosen(read('meetlog.bot')),
    codeLens: read('meetlog.codeLens.enable'),
    bugCompatible: read('meetlog.minutes.bugCompatible'),
    mentions: read('meetlog.minutes.mentions'),
    withoutBot: read('meetlog.minutes.withoutBot'),
    logUrl: withoutFault(section, 'meetlog.minutes.logUrl'),
    timeZone: withoutFault(section, 'meetlog.minutes.timeZone'),
  };
}

/** Settings that are ignored for what is wrong with their text, by their keys, with what a user should know of each. */
export function faultsIn(section: unknown): ReadonlyMap<string, string> {
  return new Map(
    (Object.keys(faultOf) as CheckedKey[]).flatMap((key) => {
      const text = valueIn(section, key);
      const fault = faultOf[key](text);
      const message = `Meetlog ignores the setting ${key}, “${cleanText(text).slice(0, 100)}”. ${fault}`;
      return fault === undefined ? [] : [[key, message] as const];
    }),
  );
}

function withoutFault(section: unknown, key: CheckedKey): string {
  const text = valueIn(section, key);
  return faultOf[key](text) === undefined ? text : settingsTable[key].default;
}

/** The value of a setting, if its schema allows it; or else its default. */
function valueIn<K extends SettingKey>(section: unknown, key: K): (typeof settingsTable)[K]['default'] {
  const [, ...path] = key.split('.');
  const { schema, default: preset } = settingsTable[key];
  return fitting(path.reduce(at, section), schema, preset) as (typeof settingsTable)[K]['default'];
}

/** Each property of an object is looked at by itself; those that the schema does not have are left out. */
function fitting(value: unknown, { type, enum: allowed, properties }: SettingSchema, preset: unknown): unknown {
  if (!properties) return (allowed ? allowed.includes(value as string) : typeof value === type) ? value : preset;
  const fit = ([name, schema]: [string, SettingSchema]) => [name, fitting(at(value, name), schema, at(preset, name))];
  return Object.fromEntries(Object.entries(properties).map(fit));
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
