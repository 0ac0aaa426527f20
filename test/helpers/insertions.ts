import { assert } from 'chai';
import type { LogText } from '../../server/src/log/text/logText.js';
import { insertion } from '../../server/src/log/write/insertLines.js';

/** The lines of a log as they are read; headings and the like by their text, since who or when is above another one. */
export function readingsOf(text: LogText): readonly string[] {
  return Array.from({ length: text.lineCount }, (_, line) => {
    const { kind, nick, time, textStart, textEnd } = text.read(line);
    const said = text.text(line).slice(textStart, textEnd);
    return kind === 'heading' || kind === 'other' ? `${kind} ${text.text(line)}` : `${kind} ${nick} ${time} ${said}`;
  });
}

/**
 * Someone says something at a line of a log, and then all other lines are what they were, and in their order. Returns whether it
 * could be written.
 */
export function checkInsertion(text: LogText, at: number, nick: string, said: string): boolean {
  const edit = insertion(text, {
    said: [{ kind: 'message', nick, text: said }],
    at,
    near: Math.min(at, text.lineCount - 1),
  });
  if (!edit) return false;
  const next = text.replace(edit.from, edit.to, edit.text);
  const [old, all] = [readingsOf(text), readingsOf(next)];
  const describe = `at ${at}:\n${text}---\n${next}`;
  let same = 0;
  for (const line of all) if (line === old[same]) same++;
  assert.equal(same, old.length, describe);
  const isNew = (line: string) => line.startsWith(`message ${nick} `) && line.endsWith(` ${said}`);
  assert.equal(all.filter(isNew).length, old.filter(isNew).length + 1, describe);
  const countOf = (lines: readonly string[]) => lines.filter((line) => /^(?:message|action) /.test(line)).length;
  assert.equal(countOf(all), countOf(old) + 1, describe);
  return true;
}
