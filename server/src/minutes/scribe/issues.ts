import { isWordBefore } from './textEdges.js';

/* References to issues, `#12`, `repo#12`, `owner/repo#12`, and the repositories that they mean. */

const site = 'https://github.com';
const usualOwner = 'w3c';

/** The repositories of a meeting, as its lines add and remove them. */
export class Repositories {
  /** Their addresses in the order in which they were added, and where each was added last. */
  readonly #added: string[] = [];
  readonly #known = new Map<string, number>();

  /** Adds those that a line names, in order; without names, forgets all. */
  use(text: string): void {
    if (text === '') this.#known.clear();
    for (const name of namesIn(text)) {
      const address = this.#address(name);
      if (address !== undefined) this.#known.set(address, this.#added.push(address) - 1);
    }
  }

  forget(text: string): void {
    for (const name of namesIn(text)) this.#known.delete(this.#address(name) ?? '');
  }

  /** The one that was added last. */
  #last(): string | undefined {
    for (let last = this.#added.at(-1); last !== undefined; last = this.#added.at(-1)) {
      if (this.#known.get(last) === this.#added.length - 1) return last;
      this.#added.pop();
    }
    return undefined;
  }

  /** The address of an issue; undefined if no repository is known. `repository` may be empty. */
  issue(repository: string, number: string): string | undefined {
    const address = this.#address(repository);
    return address === undefined ? undefined : `${address}/issues/${number}`;
  }

  /** What a name lacks is taken from the repository that was added last. */
  #address(name: string): string | undefined {
    const first = this.#last();
    if (name === '') return first;
    const { start = '', path } = /^(?<start>[a-z]+:\/\/)?(?<path>[^?#]*)$/i.exec(name)?.groups ?? {};
    const parts = path?.replace(/\/$/, '').split('/');
    const repository = parts?.at(-1);
    if (!parts || !repository) return undefined;
    if (start !== '') return start + parts.join('/');
    const [owner] = parts;
    if (parts.length === 1)
      return first === undefined ? `${site}/${usualOwner}/${repository}` : withoutEnd(first, 1) + repository;
    if (parts.length > 2 || !owner) return undefined;
    return `${first === undefined ? `${site}/` : withoutEnd(first, 2)}${owner}/${repository}`;
  }
}

function namesIn(text: string): string[] {
  return text.split(/[ ,]+/).filter((name) => name !== '');
}

/** An address without the last parts of its path, but with the slash before them. */
function withoutEnd(address: string, parts: 1 | 2): string {
  const last = address.lastIndexOf('/');
  return address.slice(0, (parts === 1 ? last : address.lastIndexOf('/', last - 1)) + 1);
}

const repositoryAddress = /\bhttps:\/\/github\.com\/[a-z0-9._-]+\/[a-z0-9._-]+/gi;

/** The addresses of repositories in a heading, which adds them. */
export function repositoriesIn(heading: string): string[] {
  return heading.match(repositoryAddress) ?? [];
}

/** A reference to an issue: UTF-16 offsets in its text, end exclusive. */
export interface IssueReference {
  /** As it was written, empty without one. */
  readonly repository: string;
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

const numberSign = /#([0-9]+)(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}])/gu;
const nameSign = /[a-z0-9._-]/i;

/** The references in a text, in order. */
export function* issuesIn(text: string): Generator<IssueReference> {
  let from = 0;
  for (const { 0: whole, 1: number = '', index } of text.matchAll(numberSign)) {
    const start = startOf(text, from, index);
    if (start === undefined) continue;
    const end = index + whole.length;
    yield { repository: text.slice(start, index), number, start, end };
    from = end;
  }
}

/** Where a reference begins: as early as possible, but not within a word. Undefined if it cannot begin anywhere. */
function startOf(text: string, from: number, sign: number): number | undefined {
  const repository = nameBefore(text, from, sign);
  const slash = repository - 1;
  const hasOwner = repository < sign && slash > from && text[slash] === '/';
  const owner = hasOwner ? nameBefore(text, from, slash) : slash;
  for (let at = hasOwner ? owner : repository; at <= sign; at++) {
    if (hasOwner && at === slash) continue;
    if (at === from || !isWordBefore(text, at)) return at;
  }
  return undefined;
}

function nameBefore(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && nameSign.test(text.charAt(start - 1))) start--;
  return start;
}
