/* The bots of meetings with a scribe: who they are, and what they say that matters. scribe.perl compares their nicks by case. */

/** Keeps the log and asks for minutes of it. */
export const recorder = 'RRSAgent';
/** Keeps the queue, the agenda and the list of those present. */
export const queueKeeper = 'Zakim';
/** Opened actions and issues, until it was retired. */
export const tracker = 'trackbot';
/** Reads agendas from their pages. */
export const agendaKeeper = 'agendabot';

/** Whether a nick is that of the bot that explains and opens issues at GitHub. */
export function isIssueBot(nick: string): boolean {
  return nick === 'gb' || nick === 'ghurlbot';
}

/** The nicks, in lower case, of which none is taken for the scribe where no one says who scribes. */
export const neverScribes: ReadonlySet<string> = new Set([
  'rrsagent',
  'trackbot',
  'ghurlbot',
  'gb',
  'github-bot',
  'agendabot',
  'zakim',
]);

const botNicks: ReadonlySet<string> = new Set([
  recorder,
  queueKeeper,
  tracker,
  agendaKeeper,
  'gb',
  'ghurlbot',
  'github-bot',
]);

/** Whether a nick is that of one of these bots. */
export function isScribeBot(nick: string): boolean {
  return botNicks.has(nick);
}

/** Other bots that are spoken to as people are: `voip: connections?`. */
const spokenTo: ReadonlySet<string> = new Set(['voip', 'w3cbot', 'bigbluebutton']);

/** Whether a name is that of a bot, in any case. */
export function isBotName(name: string): boolean {
  return neverScribes.has(name.toLowerCase()) || spokenTo.has(name.toLowerCase());
}

/** Where the recorder says that the minutes will be, and where the log is: the first group is the address. */
export const minutesAddress = / to generate ([^ #]+)/;
export const logAddress = /(?:[Ll]ogging to|recorded in|See) ([^ #]+)/;
export const toRecorder = /^ *rrsagent,/i;

/** Tells a bot that the meeting starts, which is the first group, or that it ends. */
export const toBotsAboutMeeting =
  /^ *(?:(?:zakim|trackbot) *, *(?:(?:please +)?(start|prepare|begin) +(?:the +|this +)?(?:meeting|telecon|teleconference|telcon)|(?:please +)?end +(?:the +|this +)?(?:meeting|telecon|teleconference|telcon))|rrsagent *, *(?:please +)?(?:bye|part|leave))(?![a-z])/i;

/** Whether a line tells a bot that the meeting ends, whereupon it asks for the minutes. */
export function endsMeeting(text: string): boolean {
  const [whole, start] = toBotsAboutMeeting.exec(text) ?? [];
  return whole !== undefined && start === undefined && !toRecorder.test(text);
}

export const sendsRecorderAway = /^ *rrsagent *, *(?:please +)?(?:bye|part|leave)(?![a-z])/i;

/** An agenda item that the queue keeper takes up, in its older and its newer words; the topic is the group. */
export const takenUp: readonly RegExp[] = [/^agendum \d+\. "(.*)" taken up/, /^agendum \d+ -- (.*)/];
/** What it adds behind such a topic. */
export const takenUpFrom = / -- taken up \[from/;
/** Whom it counted; the names are behind it. */
export const attendees = /the attendees (?:were|have been) /;
/** Whether a line of its goes on with the one before. */
export function isContinued(text: string): boolean {
  return text.startsWith('... ');
}
/** Its reminder to someone whose turn it is. */
export const youWanted = /[^ ,], you wanted /;

const pleases = '(?:ple?a?se? +)?';
const agendum = 'agend(?:um|a)';
/**
 * Commands to the queue keeper, whoever gives them: from the start of a line, in any case. scribe.perl takes some talk for commands
 * too, such as `agenda bashing` and `ack that`, and so does this.
 */
export const queueCommand = new RegExp(
  `^ *(?:${[
    'zakim,',
    String.raw`(?:chair +)?(?:ack|recognize)s? [\p{L}\p{N}_]`,
    'agg?enda *(?:\\d+ *)?[-+=?]',
    `(?:take +up +|open +|move +to +)?(?:${agendum} |next +${agendum})`,
    `(?:(?:skip|close|really +close) +(?:this +${agendum}|${agendum} +\\d+)|(?:delete|drop|forget|remove) +${agendum} +\\d+) *$`,
    `${pleases}clear +(?:the +)?agenda *$`,
    'q(?:ueue|q)? *[-+=?]',
    String.raw`[-+=?] *q(?:ueue|q)?(?![\p{L}\p{N}_])`,
    String.raw`${pleases}(?:show +)?(?:the +)?(?:verbose +|full +)?q(?:ueue)?\?? *$`,
    String.raw`(?:vqueue|vq|qv)\?`,
    '(?:list|show) +(?:all +)?(?:the +)?questions *$',
    String.raw`questions *\? *$`,
    String.raw`(?:drop|close) +question +\d+ *$`,
  ].join('|')})`,
  'iu',
);

export const toTracker = /^ *trackbot *, *(?:(?:dis)?associate|bye|start|end|status)(?![\p{L}\p{N}_])/iu;
/** The tracker's answer about an issue or action: its number and its title. */
export const trackedItem = /^([a-zA-Z]+-[0-9]+) -- (.*)$/;
export const toAgendaKeeper = /^ *agendabot *,/i;
export const toIssueBot = /^ *(?:ghurlbot|gb) *,/i;
/** What the issue bot says about an issue behind its address and an arrow: the issue or the user, and the title. */
export const explainedIssue =
  /^((?:CLOSED |MERGED )?(?:Issue |Action |Pull Request |Discussion |#)[0-9]+) ?(.*)$|^(@.*)$/is;
export const issueBotReport = /^(?:Cannot|Closed|Reopened|Created)/;
export const issueBotNod = /^(?:[^ ,]+, )?OK/;
/** A repository that someone tells the issue bot to use, or to forget. */
export const repositoryUsed =
  /^ *(?:ghurlbot|gb) *, *(?:discuss(?:ing)?|use|using|take +up|taking +up|this +(?:will +be|is)) +/i;
export const repositoryForgotten = /^ *(?:ghurlbot|gb) *, *(?:forget|drop|remove|don't +use|do +not +use) +(?=[^ ])/i;

/** Commands that the queue keeper knows without anything behind them that only talk has. */
const certainCommand =
  /^ *(?:zakim,|q(?:ueue|q)?[-+=?]|[-+=?] *q(?:ueue|q)?(?:[^\w:]*$| )|agg?enda *(?:\d+ *)?[-+=?]|(?:vqueue|vq|qv)\?|(?:take +up +|open +|move +to +)?(?:agend(?:um|a) +(?:\d+|order)|next +agend(?:um|a)(?: +item)? *[.]?$)|(?:skip|close|really|delete|drop|forget|remove|list|show) |ple?a?se? |(?:show +|the +|verbose +|full +)*q(?:ueue)?\?? *$|clear )/i;
/** The same with spaces before the sign: `q + to say x`, and not `Q - what is x`. */
const spacedCommand = /^ *q(?:ueue|q)? +[-+=?](?:\W*$| *to | *[^ ]+ *$)/i;
const givenFloor = /^ *(?:chair +)?(?:ack|recognize)s? +@?([^ ,:]+)/i;
/** What no one is called who is given the floor. */
const notGivenFloor = /^(?:that|this|it|the|what|all|your|his|her|those|these|to|for|about|on|and|i|we|you|there)$/i;

/**
 * Whether a line that tools take for a command to the queue keeper is one that it knows; the other lines are talk that gets lost.
 * `isName` says whether a word may be somebody's name.
 */
export function isKnownQueueCommand(text: string, isName: (word: string) => boolean): boolean {
  const whom = givenFloor.exec(text)?.[1];
  if (whom !== undefined) return isName(whom) || !notGivenFloor.test(whom);
  return certainCommand.test(text) || spacedCommand.test(text) || /^ *questions *\?/i.test(text);
}

const toMakeMinutes = /\b(?:creat|draft|format|generat|mak|publish|writ)(?:e|ing)?\b/i;
const minutesMade = /\b(?:minutes?|meeting record)\b/i;

/** Whether a line asks the recorder for the minutes. */
export function asksForMinutes(text: string): boolean {
  if (!/^ *rrsagent *,/i.test(text)) return false;
  const verb = toMakeMinutes.exec(text);
  return verb !== null && minutesMade.test(text.slice(verb.index));
}

/** Takes up an agenda item, perhaps with its number. */
export const takesUpAgendum =
  /^ *(?:zakim *, *)?(?:(?:take +up|open|move +to) +(?:(?:agendum|agenda|item) +(?:item +)?(\d+)|(?:the +)?next +(?:agendum|agenda(?: +item)?|item))|next +(?:agendum|agenda(?: +item)?|item)) *(?:[.] *)?$/i;
/** Commands to bots without the comma that they need. */
export const withoutComma =
  /^ *(zakim|rrsagent|trackbot|agendabot) +(?=(?:please +)?(?:ack|agenda|bye|close|draft|end|find|generate|list|make|next|open|part|pick|pointer|prepare|set|start|take|who)(?:'s)?\b)/i;
