/** The last millisecond of the year 9999: later years have more digits. */
const latest = 253_402_300_799_999;

/** A time as the log has it, `YYYY-MM-DD HH:MM:SS` in UTC, from milliseconds since 1970; undefined if it is none. */
export function stampOf(milliseconds: number): string | undefined {
  if (!(milliseconds >= 0 && milliseconds <= latest)) return undefined;
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}

const isoPattern =
  /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,12})?)?\s?(Z|[+-]\d\d:?\d\d)?)?\s*$/;

/** An ISO date, with or without a time, in milliseconds since 1970; NaN for anything else. Without a zone, it is UTC. */
export function isoTime(text: string): number {
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', zone = 'Z'] =
    isoPattern.exec(text) ?? [];
  if (year === '') return Number.NaN;
  const colons = zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const date = `${year}-${month}-${day}`;
  // A date that does not exist would be another: 31 February is 3 March.
  const isDate = stampOf(Date.parse(`${date}T00:00:00Z`))?.startsWith(date);
  return isDate ? Date.parse(`${date}T${hour}:${minute}:${second}${colons}`) : Number.NaN;
}

const fileDates = [
  // Zoom: GMT20310314-205810_Recording.transcript.vtt
  /GMT(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/,
  // The bots: club.2031-03-14-20.58.log.html
  /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?:[-T_ ](\d\d)[.:_](\d\d))?(?![\d])/,
  /(?<!\d)(2\d{3})(\d\d)(\d\d)(?!\d)/,
];

/** The date in a file's name, and the time if it has one, in milliseconds since 1970; NaN if there is none. */
export function timeInName(fileName: string): number {
  for (const pattern of fileDates) {
    const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = pattern.exec(fileName) ?? [];
    const time = isoTime(`${year}-${month}-${day} ${hour}:${minute}:${second}`);
    if (!Number.isNaN(time)) return time;
  }
  return Number.NaN;
}
