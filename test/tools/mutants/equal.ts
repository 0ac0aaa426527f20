import type { Kind, Mutant } from './mutant.js';

/** A mutant that no test can tell from the source. It is found by what it changes, wherever that stands in its file. */
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
    reason: 'Whoever gives no limit takes no distance above 3.',
  },
  {
    file: 'server/src/meeting/chairs.ts',
    kind: 'number',
    before: '0x10000',
    reason: 'All surrogates are moved by the same distance, behind all other units.',
  },
  {
    file: 'server/src/meeting/events.ts',
    kind: 'compare',
    before: 'at < most',
    reason: 'Whether a line may be a link is a guess that may be wrong in favour of it.',
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
    reason: 'How many comparisons are enough was chosen, and one more or less makes no difference to anyone.',
  },
  {
    file: 'server/src/meeting/replay/blockReplay.ts',
    kind: 'property',
    before: 'to: block.size',
    reason: 'Where a block ends without a meeting, callers go on with the next one, wherever they are told it ends.',
  },
  {
    file: 'server/src/meeting/replay/state.ts',
    kind: 'property',
    before: 'startTime: undefined',
    reason: 'It is set with `isStarted`, by which the states differ as well.',
  },
  {
    file: 'server/src/minutes/minutes.ts',
    kind: 'number',
    before: '1',
    reason: 'What orders strings has a sign, and no size.',
  },
  {
    file: 'server/src/meeting/problems/findProblems.ts',
    kind: 'compare',
    before: 'line < log.text.lineCount',
    reason:
      'Lines below a part that explain its problems are those of the next meeting, whose start is compared before.',
  },
  {
    file: 'server/src/meeting/replay/blockReplay.ts',
    kind: 'return',
    before: '(): Replayed[] => []',
    reason: 'It returns an empty list anyway.',
  },
  {
    file: 'server/src/meeting/replay/fold.ts',
    kind: 'logical',
    before: 'startTime !== undefined && time !== undefined',
    reason: 'From or to a time that is not known, no number of seconds has elapsed, and none is enough.',
  },
  {
    file: 'server/src/meeting/replay/runningMeeting.ts',
    kind: 'property',
    before: 'name: undefined',
    reason: 'A name that is missing is undefined as well.',
  },
  {
    file: 'server/src/meeting/replay/state.ts',
    kind: 'property',
    before: 'choices: Layers.empty()',
    reason: 'A vote that is opened sets it, and it is looked at in an open vote only.',
  },
  {
    file: 'server/src/minutes/digest.ts',
    kind: 'string',
    before: "'Meetlog '",
    reason: 'Texts without the name are told apart sooner by it, and not otherwise.',
  },
  {
    file: 'server/src/minutes/select.ts',
    kind: 'compare',
    before: 'line < next.line',
    reason: 'A line holds one command: no vote is opened where a topic begins.',
  },
  {
    file: 'server/src/features/documentSymbols.ts',
    kind: 'compare',
    before: 'index < extent.to',
    reason: 'What stands behind an extent is a heading of the other kind, or nothing.',
  },
  {
    file: 'server/src/meeting/chairs.ts',
    kind: 'number',
    before: '1',
    reason: 'No line is as low as either.',
  },
  {
    file: 'server/src/meeting/dialects/findDialect.ts',
    kind: 'compare',
    before: 'one.used.size > 0',
    reason: 'The dialect is then looked for again, and is the same.',
  },
  {
    file: 'server/src/meeting/events.ts',
    kind: 'logical',
    before: 'start >= end || !mayBeEvent(text, start, end)',
    reason: 'What it passes over would be looked at more closely, and be no event then.',
  },
  {
    file: 'server/src/meeting/replay/layers.ts',
    kind: 'compare',
    before: 'below.size < 2 * top.size',
    reason: 'When layers are joined decides how long they take, not what they hold.',
  },
  {
    file: 'server/src/meeting/replay/runningMeeting.ts',
    kind: 'property',
    before: 'title: undefined',
    reason: 'A title that is missing is undefined as well.',
  },
  {
    file: 'server/src/meeting/replay/voteEffects.ts',
    kind: 'string',
    before: "'open'",
    reason: 'What is neither a ballot nor a close is taken for it.',
  },
  {
    file: 'server/src/minutes/escape/clean.ts',
    kind: 'string',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of one.
    before: '`[\\\\n\\\\v\\\\f\\\\r\\\\u2028\\\\u2029\\\\ud800-\\\\udfff${unseenCharacters}]`',
    reason: 'Texts with nothing in them to change are told apart sooner by it, and not otherwise.',
  },
  {
    file: 'server/src/meeting/problems/voteRules.ts',
    kind: 'string',
    before: "'The bot does not understand this vote.'",
    reason: 'Only the three commands above can be given that are not understood so.',
  },
  {
    file: 'server/src/meeting/replay/resume.ts',
    kind: 'compare',
    before: 'run.start < to',
    reason: 'A run that takes nothing from an earlier one comes to the same.',
  },
];

export function isEqual(file: string, { kind, before }: Mutant): boolean {
  return equal.some((one) => one.file === file && one.kind === kind && one.before === before);
}
