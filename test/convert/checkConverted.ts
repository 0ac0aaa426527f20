import { assert } from 'chai';
import { Conversion } from '../../server/src/convert/conversion.js';
import type { ConverterName } from '../../server/src/convert/converters.js';
import { type Converted, type ConvertTextOptions, convertText } from '../../server/src/convert/convertText.js';
import { partsOf } from '../../server/src/convert/feed.js';

/** Converts a text and checks the kind that it is recognised as; the result must not depend on where parts of it end. */
export async function converted(
  name: ConverterName,
  text: string,
  options: ConvertTextOptions = {},
  fileName = '',
): Promise<Converted> {
  const whole = await convertText(text, fileName, options);
  assert.isDefined(whole);
  assert.equal(whole?.name, name);
  for (const length of [1, 7]) {
    const log: string[] = [];
    const conversion = new Conversion(name, fileName, options, (part) => log.push(part));
    for (const part of partsOf(text, length)) conversion.write(part);
    const { notes } = conversion.end();
    // Mentions of people who speak later need a second run.
    if (name !== 'slack') {
      assert.equal(log.join(''), whole?.log);
      assert.deepEqual(notes, whole?.notes);
    }
  }
  return whole as Converted;
}

/** Checks the lines of the log of a text, and the notes about it. */
export async function check(
  name: ConverterName,
  text: string,
  lines: readonly string[],
  notes: readonly string[],
  options: ConvertTextOptions = {},
  fileName = '',
): Promise<void> {
  const result = await converted(name, text, options, fileName);
  assert.deepEqual(result.log.split('\n').slice(0, -1), lines);
  assert.deepEqual(result.notes, notes);
}

export const utc = 'Times are in UTC.';
