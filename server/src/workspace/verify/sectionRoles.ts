/** What the statements of a section are. */
export type Role =
  | 'actions'
  | 'byPerson'
  | 'decisions'
  | 'votes'
  | 'people'
  | 'named'
  | 'absent'
  | 'log'
  | 'about'
  | 'topics'
  | 'issues'
  | 'contents'
  | 'discussion'
  | 'agenda'
  | 'next';

const exactTitles: ReadonlyMap<string, Role> = new Map([
  ['issues', 'issues'],
  ['summary of issues', 'issues'],
  ['contents', 'contents'],
  ['table of contents', 'contents'],
  ['scribed discussion', 'discussion'],
]);

/* The first that matches counts. */
const titles: readonly (readonly [title: RegExp, role: Role])[] = [
  [/^(?:full |raw |complete |irc |chat )*(?:log|transcript|chat)s?$/, 'log'],
  [/^full log \d+ lines?$/, 'log'],
  [/^(?:action items?|actions|tasks|to ?dos?)(?: list)? by (?:person|people|assignee|owner|nick|name)$/, 'byPerson'],
  [/^spoke but not listed as present$/, 'people'],
  [/^named but said nothing$|^(?:also )?(?:named|mentioned|invited)$/, 'named'],
  [/^(?:regrets|apologies|absent|absentees|excused|not present|missing|away)$/, 'absent'],
  [/^(?:people|those|members|persons)? ?(?:present|attending|attended|here)(?: lines said)?$/, 'people'],
  [/^(?:people|attendees|attendance|participants?|roll ?call|who was (?:here|there|present)|in attendance)$/, 'people'],
  [/^(?:list of )?(?:attendees|participants|people present)(?: and .*)?$/, 'people'],
  [/^(?:present|attending|attendees|participants|in attendance) (?:members|people|voters|on irc|in person)$/, 'people'],
  [/^(?:open |new )?(?:action items?|actions?|tasks?|to ?dos?|next steps|follow ?ups?)(?: list| items)?$/, 'actions'],
  [/^(?:summary of )?action(?: item)?s(?: .*)?$/, 'actions'],
  [
    /^(?:key |main |summary of )?(?:decisions?|agreements?|agreed|resolutions?|resolved|decided)(?: made| taken| items)?$/,
    'decisions',
  ],
  [/^(?:votes?|vote results?|voting|ballots?|motions?|results of votes|polls?)(?: and (?:motions|votes))?$/, 'votes'],
  [
    /^(?:topics?|meeting summary|meeting minutes|summary|discussion|discussions|minutes|notes|meeting notes|topics discussed)$/,
    'topics',
  ],
  [/^(?:agenda|proposed agenda|meeting agenda|agenda items)$/, 'agenda'],
  [/^(?:next meeting|upcoming|next time|upcoming meetings?)$/, 'next'],
  [
    /^(?:meeting information|about|info|information|meeting details|details|meeting info|timeline|log files|links)$/,
    'about',
  ],
];

/** What the statements below a heading are, by its words; undefined if the heading is a topic like any other. */
export function roleOf(key: string): Role | undefined {
  if (key.length > 60) return undefined;
  const title = key.replace(/^\d+ /, '');
  return exactTitles.get(title) ?? titles.find(([pattern]) => pattern.test(title))?.[1];
}
