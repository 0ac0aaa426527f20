const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const iso = /\b(\d{4})-(\d\d)-(\d\d)/;
const dayFirst = /\b(\d\d)-(\d\d)-(\d{4})\b/;
const monthFirst = new RegExp(String.raw`\b${month} +(\d{1,2})(?:,? |[^\d]{1,40}| \d\d:\d\d:\d\d )(\d{4})\b`, 'i');
const dayThenMonth = new RegExp(String.raw`\b(\d{1,2}) ${month} (\d{4})\b`, 'i');

/** `YYYY-MM-DD` of the first date in a text, in any usual notation; undefined if there is none. */
export function dateIn(text: string): string | undefined {
  const whole = iso.exec(text);
  if (whole) return dateOf(whole[1], whole[2], whole[3]);
  const reversed = dayFirst.exec(text);
  if (reversed) return dateOf(reversed[3], reversed[2], reversed[1]);
  const asctime = /([A-Z][a-z]{2}) +(\d{1,2}) \d\d:\d\d(?::\d\d)? (\d{4})/.exec(text);
  const named = asctime ?? monthFirst.exec(text);
  if (named) return dateOf(named[3], monthNumber(named[1]), named[2]);
  const day = dayThenMonth.exec(text);
  return day ? dateOf(day[3], monthNumber(day[2]), day[1]) : undefined;
}

function monthNumber(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dateOf(year = '', monthOfYear = '', day = ''): string | undefined {
  const date = `${year}-${monthOfYear.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // JavaScript treats 31 February as a day in March.
  const time = Date.parse(date);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}
