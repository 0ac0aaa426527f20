import { durationText } from '../../log/facts/clock.js';
import { type Html, html, lines, link } from '../escape/htmlDoor.js';
import { generatedBy } from '../generator.js';
import {
  actionsByPerson,
  allDecisions,
  compare,
  type Minutes,
  speakersAndNamed,
  unassignedActions,
} from '../minutes.js';
import { pageShell } from './pageShell.js';

/**
 * What the index shows about a meeting, and the files of its minutes. Kept small, since it is stored for every meeting until the
 * last one is read.
 */
export interface Indexed extends Pick<Minutes, 'date' | 'title' | 'duration'> {
  /** When it began. */
  readonly time: string | null;
  readonly decisions: number;
  /** How many spoke. */
  readonly people: number;
  /** What each person has to do; the nick is empty for unassigned actions. */
  readonly actions: readonly { readonly nick: string; readonly texts: readonly string[] }[];
  readonly files: readonly IndexedFile[];
}

export interface IndexedFile {
  /** The title of the format. */
  readonly title: string;
  /** Relative to the index, with slashes, not escaped. */
  readonly path: string;
}

/** What the index shows about a meeting, given its minutes. */
export function indexed(minutes: Minutes, files: readonly IndexedFile[]): Indexed {
  const { date, title, duration, start } = minutes;
  const all = [...actionsByPerson(minutes), { nick: '', actions: unassignedActions(minutes) }];
  const actions = all.map(({ nick, actions: own }) => ({ nick, texts: own.map(({ text }) => text) }));
  return {
    date,
    title,
    duration,
    time: start.time,
    decisions: allDecisions(minutes).length,
    people: speakersAndNamed(minutes).speakers.length,
    actions: actions.filter(({ texts }) => texts.length > 0),
    files,
  };
}

/** A page that lists meetings, newest first, and what each person has to do after all of them. */
export function writeIndex(meetings: readonly Indexed[]): string {
  const sorted = [...meetings].sort((a, b) => compare(when(b), when(a)));
  const body = html`<header>
<h1>Minutes</h1>
</header>
<main>
<section aria-labelledby="meetings">
<h2 id="meetings">Meetings</h2>
<ul>
${lines(sorted.map(meeting))}
</ul>
</section>
<section aria-labelledby="actions">
<h2 id="actions">Action items by person</h2>
${actions(sorted)}
</section>
</main>
<footer>${generatedBy}.</footer>`;
  return pageShell('Minutes', body);
}

function when({ date, time }: Indexed): string {
  return `${date ?? ''} ${time ?? ''}`;
}

const betweenLinks = html` · `;

function meeting({ date, title, duration, decisions, people, files }: Indexed): Html {
  const facts = [
    duration !== null && durationText(duration),
    count(decisions, 'decision', 'decisions'),
    count(people, 'person', 'people'),
  ];
  const links = files.map(({ title: format, path }) => link(address(path), format));
  const name = [date, title].filter(Boolean).join(' ');
  return html`<li><b>${name}</b> <span class="source">${facts.filter(Boolean).join(', ')}</span><br>${html.join(links, betweenLinks)}</li>`;
}

function actions(meetings: readonly Indexed[]): Html {
  const lists = tasksByPerson(meetings);
  const names = [...lists.keys()].filter(Boolean).sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()));
  const shown = lists.has('') ? [...names, ''] : names;
  if (shown.length === 0) return html`<p>No action items.</p>`;
  const groups = shown.map((name) => {
    const title = name === '' ? html`<em>Unassigned</em>` : name;
    return html`<li><b>${title}</b>\n<ul>\n${lines(lists.get(name) ?? [])}\n</ul></li>`;
  });
  return html`<ul class="people">\n${lines(groups)}\n</ul>`;
}

/** What each person has to do after any of the meetings, by nick; the nick is empty for unassigned actions. */
function tasksByPerson(meetings: readonly Indexed[]): ReadonlyMap<string, readonly Html[]> {
  const lists = new Map<string, Html[]>();
  for (const one of meetings) {
    for (const { nick, texts } of one.actions) {
      const tasks = lists.get(nick) ?? [];
      for (const text of texts) tasks.push(task(text, one));
      lists.set(nick, tasks);
    }
  }
  return lists;
}

/** An action, with a link to its minutes. */
function task(text: string, { date, title, files: [file] }: Indexed): Html {
  const name = date ?? title;
  return html`<li>${text} ${file ? link(address(file.path), name, { className: 'source' }) : name}</li>`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function address(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
