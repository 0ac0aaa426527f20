import type { UrlDisplay } from '../meeting/scribe/options.js';
import type { ShownKind } from '../meeting/scribe/shown.js';
import type { Moment } from './minutesMoment.js';

/** The record of a meeting with a scribe. */
export interface MinutesScribe {
  /** As given, without the channel; null if nobody gave one. */
  readonly title: string | null;
  /** As people wrote it, or as the address of the minutes or the log shows it; null without both. */
  readonly date: string | null;
  /** Those present, sorted by name. */
  readonly present: readonly string[];
  /** Those who sent regrets, sorted by name. */
  readonly regrets: readonly string[];
  /** The chairs, sorted by name. */
  readonly chairs: readonly string[];
  /** Everyone who scribed, in order. */
  readonly scribes: readonly string[];
  /** Addresses that people and bots gave. */
  readonly links: MinutesLinks;
  /** The recording that topics link to; null without one. */
  readonly recording: MinutesRecording | null;
  /** Everything that is shown, in order: headings, items and what was said. */
  readonly discussion: readonly MinutesParagraph[];
  /** How the options in the log let the discussion be shown. */
  readonly display: MinutesDisplay;
}

/** A recording of a meeting. */
export interface MinutesRecording {
  /** Its address. */
  readonly url: string;
  /** Its address with what was said around it. */
  readonly text: string;
}

/** How the options in the log, or their defaults, let the discussion be shown. */
export interface MinutesDisplay {
  /** Whether the minutes are final; otherwise they are a draft. */
  readonly isFinal: boolean;
  /** Whether `_u_`, `/em/`, `*strong*`, `` `code` ``, smileys and arrows are markup. */
  readonly emphasis: boolean;
  /** Whether lines that go on stay lines of their own; otherwise they are joined by spaces. */
  readonly keepLines: boolean;
  /** Whether `#12` is a link to an issue where a repository is known. */
  readonly issueLinks: boolean;
  /** How addresses without a text of their own are shown: with places to break them, without their middle, or as they are. */
  readonly urlDisplay: UrlDisplay;
}

/** Addresses that belong to a meeting, as given; null where none was given. */
export interface MinutesLinks {
  /** The agenda. */
  readonly agenda: string | null;
  /** The log that a bot keeps. */
  readonly log: string | null;
  /** The minutes that a bot makes. */
  readonly minutes: string | null;
  /** The meeting before. */
  readonly previous: string | null;
  /** The next meeting. */
  readonly next: string | null;
}

/** A paragraph of the discussion. Its line and time are those of the log; one that a correction inserted has the correction's. */
export interface MinutesParagraph extends Moment {
  /** What it is. */
  readonly kind: ShownKind;
  /** Who typed it. */
  readonly nick: string;
  /** Who speaks, as the scribe wrote it; null unless it is a speech. */
  readonly speaker: string | null;
  /** Its first line, and those that go on. */
  readonly lines: readonly string[];
  /** The title of a bot's item, the address of a slide, the name of an anchor; null otherwise. */
  readonly data: string | null;
  /** Whether a correction inserted it. */
  readonly isInserted: boolean;
  /** For headings only: where the recording is then, in seconds; null if there is none of it. */
  readonly recordingAt: number | null;
}
