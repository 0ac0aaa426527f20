import * as z from 'zod/v4';
import { visible } from '../../reports/printable.js';
import { chosenActions, chosenDecisions, type LedgerChoice } from '../../workspace/choose.js';
import { type LedgerAction, nothingSaid } from '../../workspace/ledger.js';
import { matches, type RegisteredDecision } from '../../workspace/register.js';
import { pageOf } from './pages.js';
import { quoted, quotedList, quotedOrNull } from './quoted.js';
import { actionsAnswer, asked, decisionsAnswer, listChoice } from './shapes.js';
import { framed, ledgerFor, personsFor, placeOf, registerFor, tool } from './toolParts.js';

/** `list_actions` */
export const listActions = tool({
  name: 'list_actions',
  title: 'List action items',
  about:
    'Lists action items of all meetings, oldest first: who has to do what, since when, how often it was carried over, ' +
    'and what closed it. One that is recorded again in a later meeting is listed once.',
  input: z.strictObject({
    state: z.enum(['open', 'done', 'all']).default('open').describe('Which ones.'),
    ...listChoice,
  }),
  output: actionsAnswer,
  async answer({ state, ...choice }, library, told) {
    const shelf = await library.shelf(told);
    const actions = chosenActions(ledgerFor(shelf.logs), choice as LedgerChoice);
    const wanted = actions.filter((one) => state === 'all' || one.state === state);
    const page = pageOf(wanted, choice, actionEntry);
    return { ...framed(page, shelf), actions: page.entries };
  },
});

function actionEntry(action: LedgerAction): z.infer<typeof actionsAnswer>['actions'][number] {
  const { text, people, state, since, last, carried, age, closed, why } = action;
  return {
    source: placeOf(last),
    since: placeOf(since),
    state,
    carried,
    age,
    closed: closed && { ...closed, log: visible(closed.log) },
    quoted: { text: quoted(text), people: quotedList(people), why: quotedOrNull(why === nothingSaid ? null : why) },
  };
}

/** `find_decisions` */
export const findDecisions = tool({
  name: 'find_decisions',
  title: 'Find decisions',
  about:
    'Finds decisions of all meetings, newest first: agreements, results of votes, what was accepted or rejected. ' +
    'A decision that was made again later says where.',
  input: z.strictObject({ words: asked.words, ...listChoice }),
  output: decisionsAnswer,
  async answer({ words = '', ...choice }, library, told) {
    const shelf = await library.shelf(told);
    const decisions = chosenDecisions(registerFor(shelf.logs), personsFor(shelf.logs), choice as LedgerChoice);
    const page = pageOf(
      decisions.filter((one) => matches(one, words)),
      choice,
      decisionEntry,
    );
    return { ...framed(page, shelf), decisions: page.entries };
  },
});

function decisionEntry(decision: RegisteredDecision): z.infer<typeof decisionsAnswer>['decisions'][number] {
  const { text, kind, nick, topic, vote, supersededBy } = decision;
  return {
    source: placeOf(decision),
    kind,
    supersededBy: supersededBy && placeOf(supersededBy),
    quoted: {
      text: quoted(text),
      by: quoted(nick),
      topic: quotedOrNull(topic),
      vote: vote && {
        question: quoted(vote.question),
        outcome: quotedOrNull(vote.outcome),
        options: vote.options.slice(0, mostOptions).map(({ option, voters }) => ({
          option: quoted(option),
          votes: voters.length,
          voters: quotedList(voters),
        })),
      },
    },
  };
}

/** An answer shows so many options of a vote. */
const mostOptions = 20;
