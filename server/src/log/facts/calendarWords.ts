/** placeholder until merged */
const languages =
  'en de fr es pt it nl sv da nb fi pl cs sk sl hr sr ru uk bg ro hu el tr ar he fa hi vi th id ms ko ja zh ca eu et lv lt'.split(
    ' ',
  );
const known = new Set<string>();
const periods = new Set<string>(['am', 'pm']);
let next = 0;
let nextPeriod = 0;
export function isCalendarWord(word: string): boolean {
  const lower = word.toLowerCase();
  if (lower === 't' || /^\p{L}$/u.test(lower)) return false;
  while (!known.has(lower) && next < languages.length) learn(languages[next++] as string);
  return known.has(lower);
}
function learn(language: string): void {
  const add = (text: string) => {
    for (const [one] of text.matchAll(/[\p{L}\p{M}]{2,}/gu)) known.add(one.toLowerCase());
  };
  for (const form of ['long', 'short'] as const) {
    const days = new Intl.DateTimeFormat(language, { weekday: form, timeZone: 'UTC' });
    for (let day = 0; day < 7; day++) add(days.format(Date.UTC(2031, 2, 9 + day)));
    for (const options of [{ month: form }, { month: form, day: 'numeric' }] as const)
      for (const month of monthsOf(language, options)) add(month);
  }
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  add(relative.format(0, 'day'));
  add(relative.format(-1, 'day'));
}

function monthsOf(language: string, options: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...options, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.formatToParts(Date.UTC(2031, month, 14))).flatMap((parts) =>
    parts.filter(({ type }) => type === 'month').map(({ value }) => value),
  );
}

export function isDayPeriod(word: string): boolean {
  const bare = word.replace(/[.\s\u00a0\u202f]/g, '').toLowerCase();
  while (!periods.has(bare) && nextPeriod < languages.length) {
    const format = new Intl.DateTimeFormat(languages[nextPeriod++], { hour: 'numeric', hour12: true, timeZone: 'UTC' });
    for (const hour of [3, 9, 15, 21])
      for (const p of format.formatToParts(Date.UTC(2031, 2, 9, hour)))
        if (p.type === 'dayPeriod') periods.add(p.value.replace(/[.\s\u00a0\u202f]/g, '').toLowerCase());
  }
  return periods.has(bare);
}
