import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { folded } from '../meeting/nameWords.js';
import type { Person } from './projectFile.js';
import type { EntryRules, Report } from './schemaCheck.js';

/** What the schema of the project's file cannot say about its entries. */
export const entryRules: EntryRules = {
  people: (entry, report) => {
    for (const nick of listIn(entry, 'nicks')) if (nick.value.trim() === '') report('A nick must not be empty.', nick);
  },
  actions: (entry, report) => {
    checkLog(entry, report);
    const date = findNodeAtLocation(entry, ['date']);
    if (date && !isDate(date.value)) report(`There is no such day as ${date.value}.`, date);
  },
  ignore: checkLog,
};

function checkLog(entry: Node, report: Report): void {
  const log = findNodeAtLocation(entry, ['log']);
  if (log && !isPathBelow(log.value)) {
    report('This must be a path from the folder of this file to a log below it, with /.', log);
  }
}

/** Whether a path leads from a folder to something in it. */
function isPathBelow(path: string): boolean {
  return !/^\/|^[a-z][a-z\d+.-]*:|\\/i.test(path) && path.split('/').every((part) => part !== '..' && part !== '');
}

function isDate(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

function listIn(entry: Node, name: string): readonly Node[] {
  return findNodeAtLocation(entry, [name])?.children ?? [];
}

/** The people, each nick only for the first of them who has it. `nodes` are their entries. */
export function sharedNicks(people: readonly Person[], nodes: readonly Node[], report: Report): readonly Person[] {
  const owners = new Map<string, Person>();
  return people.map((person, index) => {
    const entry = nodes[index];
    const nicks = person.nicks.filter((nick, at) => {
      const owner = owners.get(folded(nick));
      if (owner === undefined) owners.set(folded(nick), person);
      const place = entry && listIn(entry, 'nicks')[at];
      if (owner && place) {
        const whose = owner === person ? 'is here twice' : `belongs to ${owner.name}`;
        report(`The nick “${nick}” ${whose}; it is ignored here.`, place);
      }
      return owner === undefined;
    });
    return nicks.length === person.nicks.length ? person : { ...person, nicks };
  });
}
