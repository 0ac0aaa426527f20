import webvtt from 'webvtt-parser';
import { stampOf } from './canonicalStamp.js';
import type { Context, Converter } from './context.js';
import { byLines, type Feed } from './feed.js';
import { type Spoken, spokenIn, voicesIn } from './voices.js';

/** Subtitles of a call: WebVTT, and SubRip, which differs in its decimal commas. */
export const captions: Converter = (context) => captionBlocks(context, readTimed);

/** The subtitles of YouTube: `0:00:03.000,0:00:06.000`, and the text below. */
export const sbv: Converter = (context) => captionBlocks(context, readSbv);

interface Cue {
  /** Seconds since the start of the recording. */
  readonly start: number;
  readonly spoken: readonly Spoken[];
}

/** A block that is not a cue, and is not meant to be one. */
const isNoCue = /^(?:\uFEFF?WEBVTT|NOTE|STYLE|REGION)(?:[ \t\n]|$)/;
/** A block of more characters is not a subtitle, and elements nested so deep would take the parser long. */
const longestBlock = 20_000;

/** Reads blocks of lines between blank lines: each is one cue. */
function captionBlocks({ log, names, start }: Context, read: (block: string) => Cue | undefined): Feed {
  let block: string[] = [];
  let length = 0;
  let speaker = '';
  const say = (cue: Cue) => {
    if (cue.spoken.length === 0) log.leaveOut('empty');
    for (const { name, isOther, text } of cue.spoken) {
      // Subtitles name a speaker once.
      if (name !== '') speaker = name;
      else if (speaker === '' || isOther) speaker = 'unknown';
      log.say(cueStamp(start, cue.start), names.of(speaker, speaker), text);
    }
  };
  const take = () => {
    const text = block.join('\n');
    const isLong = length > longestBlock;
    const cue = isLong ? undefined : read(text);
    if (cue) say(cue);
    else if (isLong || (text !== '' && !isNoCue.test(text))) log.leaveOut('cue');
    block = [];
    length = 0;
  };
  const isDated = !Number.isNaN(start);
  log.note(`Times count from the start of the recording${isDated ? '' : ', whose date is unknown'}.`);
  return byLines((line) => {
    if (line.trim() === '') {
      take();
      return;
    }
    length += line.length;
    if (length <= longestBlock) block.push(line);
  }, take);
}

/** When a cue is, as a date and a time if the start is known, otherwise as a time that counts from it. */
function cueStamp(start: number, seconds: number): string | undefined {
  const stamp = stampOf((Number.isNaN(start) ? 0 : start) + seconds * 1000);
  return Number.isNaN(start) ? stamp?.slice(11) : stamp;
}

const timing =
  /^[ \t]*(?:(\d{1,3}):)?(\d\d):(\d\d)[.,](\d{1,3})[ \t]*-->[ \t]*(?:(\d{1,3}):)?(\d\d):(\d\d)[.,](\d{1,3})(?=\s|$).*$/m;
const vtt = new webvtt.WebVTTParser({
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
});

/** A cue as WebVTT writes it, with hours and three decimals: programs leave these out, or write commas. */
function readTimed(block: string): Cue | undefined {
  const exact = block.replace(timing, (_, h = '00', m, s, ms, h2 = '00', m2, s2, ms2) => {
    const time = (hours: string, ...[minutes, seconds, part]: string[]) =>
      `${hours.padStart(2, '0')}:${minutes}:${seconds}.${(part ?? '').padEnd(3, '0')}`;
    return `${time(h, m, s, ms)} --> ${time(h2, m2, s2, ms2)}`;
  });
  const [cue] = vtt.parse(`WEBVTT\n\n${exact}`, 'subtitles').cues;
  return cue && { start: cue.startTime, spoken: voicesIn(cue.tree) };
}

const sbvTiming = /^(\d{1,3}):(\d\d):(\d\d)\.\d{3},\d{1,3}:\d\d:\d\d\.\d{3}\s*(?:\n|$)/;

function readSbv(block: string): Cue | undefined {
  const [line, hours, minutes, seconds] = sbvTiming.exec(block) ?? [];
  if (line === undefined) return undefined;
  const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return { start, spoken: spokenIn(block.slice(line.length).replaceAll('[br]', '\n')) };
}
