/*
 * Stamps as programs write them: a date, a time or both, in the usual orders and with the usual separators, names of days and
 * months, fractions and zones. Only sources of patterns, without groups and in linear time: the quick check for chats uses them
 * without the layouts.
 */

const letter = '[A-Za-z\u00c0-\u024f]';
/** The name of a day or a month, which may be shortened and in another language. */
const name = String.raw`${letter}{2,12}\.?`;
const inNumbers = String.raw`\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}`;
const inWords = String.raw`(?:${name} {1,2}\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:\.|st|nd|rd|th)?[ -]${name})(?:,?[ -]\d{4})?`;
/** `2031-03-14`, `3/14/2031`, `Friday, March 14, 2031`, `14 Mar`. */
export const dateSource = `(?:${name},? {1,2})?(?:${inNumbers}|${inWords})`;
/** The same, or only the day of the week. */
const dayOrDate = `(?:${dateSource}|${name}),?`;

/** Names of zones. */
export const zoneNames = '(?:UTC|GMT|CES?T|WES?T|EES?T|MSK|BST|IST|JST|[ACEMP][SD]T|NZ[SD]T)';
const zone = String.raw`(?: ?(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT)| ${zoneNames})`;
/** `20:58`, `8:58:58 PM`, `20:58:58.123456Z`, `20:58:58 +0100`, `20:58:58 CET 2031`. Some copies double a colon. */
export const clockSource =
  String.raw`\d{1,2}:{1,2}\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?![:\d])` +
  String.raw`(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\b\.?)?${zone}?(?: \d{4}(?!\d))?`;

/** What is between a date and a time: a space or `T`, or the brackets around each. */
const between = String.raw`(?:T| {1,2}(?:at )?|\] ?\[)`;
/** A date and a time. */
export const datedSource = dayOrDate + between + clockSource;
/** A date and a time, or only a time. */
export const stampSource = `(?:${dayOrDate}${between})?${clockSource}`;
