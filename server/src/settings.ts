import { layoutNamed } from './log/layouts/layouts.js';
import { dialectNamed } from './meeting/dialects/dialects.js';
import { type ProblemCode, problemCodes, problemTable, type Severity } from './meeting/problems/problemTable.js';
import { cleanText } from './minutes/escape/clean.js';
import { logBaseFault } from './minutes/logBase.js';
import { isTimeZone, type Selection } from './minutes/select.js';

/** What a user can set of the server. The defaults are those of the extension's manifest; a test compares them. */
export interface Settings extends Required<Pick<Selection, 'withoutBot' | 'logUrl' | 'timeZone'>> {
  /** How each kind of problem is shown, or that it is not. */
  readonly severity: Readonly<Record<ProblemCode, Severity | 'off'>>;
  readonly codeLens: boolean;
  /** The layout of the log and the bot that was there, by their names; undefined where they are found by the text. */
  readonly layout: string | undefined;
  readonly bot: string | undefined;
  /** Whether minutes repeat what MeetBot 0.1.4 does wrong. */
  readonly bugCompatible: boolean;
  /** Whether Markdown may ping the people and refer to the issues that were named. */
  readonly mentions: boolean;
}

const levels: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

export const defaultSettings: Settings = parseSettings({});

/**
 * Reads the section `meetlog` of a client's configuration, which may be anything:
 * what is missing or makes no sense is as if it had not been set.
 */
export function parseSettings(section: unknown): Settings {
  const severity = at(at(section, 'diagnostics'), 'severity');
  const minutes = at(section, 'minutes');
  return {
    severity: Object.fromEntries(
      problemCodes.map((code) => [code, level(at(severity, code), code)]),
    ) as Settings['severity'],
    layout: layoutNamed(string(at(section, 'layout')))?.name,
    bot: dialectNamed(string(at(section, 'bot')))?.name,
    codeLens: flag(at(at(section, 'codeLens'), 'enable'), true),
    bugCompatible: flag(at(minutes, 'bugCompatible'), false),
    mentions: flag(at(minutes, 'mentions'), false),
    withoutBot: flag(at(minutes, 'withoutBot'), false),
    logUrl: checked(minutes, 'logUrl'),
    timeZone: checked(minutes, 'timeZone'),
  };
}

/** Settings that only some texts make sense for: what is wrong with a text that is not empty, as a sentence, if anything is. */
const faultOf = {
  logUrl: logBaseFault,
  timeZone: (name: string) =>
    isTimeZone(name) ? undefined : 'It must be the name of a time zone, such as Europe/Berlin.',
} as const;

/** Settings that are as if they had not been set, by their names, with what a user should know of each. */
export function faultsIn(section: unknown): ReadonlyMap<string, string> {
  const minutes = at(section, 'minutes');
  return new Map(
    Object.entries(faultOf).flatMap(([key, find]) => {
      const value = string(at(minutes, key));
      const fault = value === '' ? undefined : find(value);
      const shown = cleanText(value).slice(0, 100);
      const message = `Meetlog ignores the setting meetlog.minutes.${key}, “${shown}”. ${fault}`;
      return fault === undefined ? [] : [[key, message] as const];
    }),
  );
}

/**
 * The text of a setting; empty where it makes no sense. Whoever first asks for a time zone waits until all of them are loaded.
 */
function checked(minutes: unknown, key: keyof typeof faultOf): string {
  const value = string(at(minutes, key));
  return value !== '' && faultOf[key](value) === undefined ? value : '';
}

function level(value: unknown, code: ProblemCode): Severity | 'off' {
  return levels.includes(value) ? (value as Severity | 'off') : problemTable[code].severity;
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
