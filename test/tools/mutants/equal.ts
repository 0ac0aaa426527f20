import type { Kind, Mutant } from './mutant.js';

/** A mutant that no test can distinguish from the source. It is identified by what it changes, anywhere in its file. */
interface Equal {
  readonly file: string;
  readonly kind: Kind;
  readonly before: string;
  readonly reason: string;
}

export const equal: readonly Equal[] = [
  {
    file: 'server/src/meeting/slipDistance.ts',
    kind: 'number',
    before: '3',
    reason: 'Callers without a limit ignore distances above 3.',
  },
  {
    file: 'server/src/meeting/chairs.ts',
    kind: 'number',
    before: '0x10000',
    reason: 'All surrogates are moved by the same distance, after all other units.',
  },
  {
    file: 'server/src/meeting/events.ts',
    kind: 'compare',
    before: 'at < most',
    reason: 'Whether a line may be a link is a guess that may have false positives.',
  },
  {
    file: 'server/src/meeting/events.ts',
    kind: 'negate',
    before: 'text.charCodeAt(at) === 58',
    reason: 'The same guess: it is only slower if it is wrong more often.',
  },
  {
    file: 'server/src/meeting/problems/scope.ts',
    kind: 'number',
    before: '5_000',
    reason: 'The number of comparisons is arbitrary, and one more or less makes no difference.',
  },
  {
    file: 'server/src/meeting/replay/blockReplay.ts',
    kind: 'property',
    before: 'to: block.size',
    reason: 'If a block ends without a meeting, callers continue with the next one, wherever this one is said to end.',
  },
  {
    file: 'server/src/meeting/replay/state.ts',
    kind: 'property',
    before: 'startTime: undefined',
    reason: 'It is set together with `isStarted`, by which the states differ too.',
  },
  {
    file: 'server/src/minutes/minutes.ts',
    kind: 'number',
    before: '1',
    reason: 'Only the sign of a comparison matters.',
  },
  {
    file: 'server/src/meeting/problems/findProblems.ts',
    kind: 'compare',
    before: 'line < log.text.lineCount',
    reason: 'Lines below a part that explain its problems belong to the next meeting, whose start is compared before.',
  },
  {
    file: 'server/src/meeting/replay/blockReplay.ts',
    kind: 'return',
    before: '(): Replayed[] => []',
    reason: 'It returns an empty list anyway.',
  },
  {
    file: 'server/src/meeting/replay/rights.ts',
    kind: 'logical',
    before: 'startTime !== undefined && time !== undefined',
    reason: 'If a time is unknown, the elapsed seconds are undefined, and never enough.',
  },
  {
    file: 'server/src/meeting/replay/runningMeeting.ts',
    kind: 'property',
    before: 'name: undefined',
    reason: 'A missing name is undefined too.',
  },
  {
    file: 'server/src/meeting/replay/state.ts',
    kind: 'property',
    before: 'choices: Layers.empty()',
    reason: 'Opening a vote sets it, and it is only read in an open vote.',
  },
  {
    file: 'server/src/minutes/digest.ts',
    kind: 'string',
    before: "'Meetlog '",
    reason: 'It only rejects texts without the name sooner.',
  },
  {
    file: 'server/src/minutes/select.ts',
    kind: 'compare',
    before: 'line < next.line',
    reason: 'A line has one command: no vote is opened where a topic begins.',
  },
  {
    file: 'server/src/features/documentSymbols.ts',
    kind: 'compare',
    before: 'index < extent.to',
    reason: 'After an extent there is a heading of the other kind, or nothing.',
  },
  {
    file: 'server/src/meeting/chairs.ts',
    kind: 'number',
    before: '1',
    reason: 'No line is as low as either value.',
  },
  {
    file: 'server/src/meeting/dialects/findDialect.ts',
    kind: 'compare',
    before: 'one.used.size > 0',
    reason: 'The dialect is then detected again, with the same result.',
  },
  {
    file: 'server/src/meeting/events.ts',
    kind: 'logical',
    before: 'begin >= end || !mayBeEvent(text, begin, end)',
    reason: 'What it skips would be examined more closely, and found not to be an event.',
  },
  {
    file: 'server/src/meeting/replay/layers.ts',
    kind: 'compare',
    before: 'below.size < 2 * top.size',
    reason: 'When layers are merged only influences speed, not their contents.',
  },
  {
    file: 'server/src/meeting/replay/runningMeeting.ts',
    kind: 'property',
    before: 'title: undefined',
    reason: 'A missing title is undefined too.',
  },
  {
    file: 'server/src/meeting/replay/voteEffects.ts',
    kind: 'string',
    before: "'open'",
    reason: 'It is the default for what is neither a ballot nor a close.',
  },
  {
    file: 'server/src/minutes/escape/clean.ts',
    kind: 'string',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of one.
    before: '`[\\\\n\\\\v\\\\f\\\\r\\\\u2028\\\\u2029\\\\ud800-\\\\udfff${unseenCharacters}]`',
    reason: 'It only recognises texts without anything to change sooner.',
  },
  {
    file: 'server/src/meeting/problems/voteRules.ts',
    kind: 'string',
    before: "'The bot does not understand this vote.'",
    reason: 'Only the three commands above can be misunderstood like this.',
  },
  {
    file: 'server/src/meeting/replay/resume.ts',
    kind: 'compare',
    before: 'run.start < to + reach',
    reason: 'A run that reuses nothing from an earlier one has the same result.',
  },
];

export function isEqual(file: string, { kind, before }: Mutant): boolean {
  return equal.some((one) => one.file === file && one.kind === kind && one.before === before);
}
