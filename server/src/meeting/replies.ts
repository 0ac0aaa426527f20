/** Something that a bot said about the meeting: evidence for what its log does not show otherwise. */
export type Reply =
  | { readonly kind: 'started'; readonly date: string | undefined; readonly owner: string | undefined }
  | { readonly kind: 'chairs'; readonly nicks: readonly string[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'ended' };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads what a bot of the family replies to `#startmeeting`, `#chair`, `#meetingname`, `#endmeeting`; undefined for all else. */
export function readReply(text: string): Reply | undefined {
  if (text.startsWith('Meeting started ')) return { kind: 'started', date: asctimeDate(text), owner: ownerIn(text) };
  if (text.startsWith('Meeting ended ')) return { kind: 'ended' };
  if (text.startsWith('Current chairs: ')) {
    return { kind: 'chairs', nicks: text.slice('Current chairs: '.length).split(/[ ,]+/).filter(Boolean) };
  }
  const name = /^The meeting name has been set to '([^\n]*)'$/.exec(text)?.[1];
  return name === undefined ? undefined : { kind: 'name', name };
}

/** `YYYY-MM-DD` of a text that holds a date as C's `asctime` writes it, with the day of the month padded by a blank. */
function asctimeDate(text: string): string | undefined {
  const match = /\b([A-Z][a-z]{2}) ([ \d]\d) \d\d:\d\d:\d\d (\d{4})\b/.exec(text);
  const month = months.indexOf(match?.[1] ?? '') + 1;
  if (!match || month === 0) return undefined;
  return `${match[3]}-${String(month).padStart(2, '0')}-${match[2]?.replace(' ', '0')}`;
}

function ownerIn(text: string): string | undefined {
  const before = 'The chair is ';
  const start = text.indexOf(before);
  if (start < 0) return undefined;
  const owner = text.slice(start + before.length);
  const end = owner.search(/\.(?: |$)/);
  return owner.slice(0, end < 0 ? undefined : end).trim() || undefined;
}
