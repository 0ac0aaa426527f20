import { basename, dirname, join, sep } from 'node:path';

/*
 * Which logs may be written to the same file, as far as their names show it. How many meetings a log holds decides about the
 * names of its minutes: `x.md` for the only one, `x-1.md` and so on for several.
 */

/** A log whose minutes go into a folder. */
export interface Source {
  readonly place: number;
  /** The folder as users name it, and its path without symbolic links. */
  readonly folder: string;
  readonly real: string;
  /** What the names of its minutes begin with. */
  readonly base: string;
}

/** A file that may be written. */
export interface Claim {
  /** The place of its log; undefined for the index page, which is of no log. */
  readonly place?: number;
  /** The meeting by its number, from 1, if the log holds several; undefined if it holds one. */
  readonly meeting?: number;
  /** As users name it. */
  readonly path: string;
}

export interface Outputs {
  readonly sources: readonly Source[];
  /** The endings of all formats, each with its dot. */
  readonly extensions: readonly string[];
  /** The only meeting that is written, by its number; undefined if all are. */
  readonly meeting: number | undefined;
  readonly index: Omit<Source, 'place'> | undefined;
  /** The symbolic links in the folders: their paths, and what they lead to, without symbolic links. */
  readonly links: ReadonlyMap<string, string>;
}

/**
 * What may be one file: lists of at least two claims. Names that differ in case or in how accents are encoded count as equal.
 */
export function collisions({ sources, extensions, meeting, index, links }: Outputs): Claim[][] {
  const byBase = new Map<string, Source[]>();
  for (const source of sources) {
    const key = folded(`${source.real}${sep}${source.base}`);
    const known = byBase.get(key);
    if (known) known.push(source);
    else byBase.set(key, [source]);
  }
  const targets = new Map<string, Claim[]>();

  const claim = (path: string, one: Claim) => {
    const key = folded(links.get(path) ?? path);
    const known = targets.get(key);
    if (known) known.push(one);
    else targets.set(key, [one]);
  };
  /** The logs that, if they hold several meetings, give a file of that path. */
  const claimNumbered = (path: string, target: string) => {
    for (const { stem, extension, number } of numbered(path, extensions)) {
      for (const { place, folder, base } of byBase.get(folded(stem)) ?? [])
        claim(target, { place, meeting: number, path: join(folder, `${base}-${number}${extension}`) });
    }
  };

  for (const { place, folder, real, base } of sources) {
    for (const extension of extensions) {
      const path = `${real}${sep}${base}${extension}`;
      claim(path, { place, path: `${folder}${sep}${base}${extension}` });
      claimNumbered(path, path);
    }
  }
  // Two logs of several meetings each share the names of all that both have, so that of the first.
  for (const [first, ...others] of byBase.values()) {
    const path = first && others.length > 0 && join(first.real, `${first.base}-${meeting ?? 1}${extensions[0]}`);
    if (path) claimNumbered(path, path);
  }
  for (const [path, target] of links) {
    claimNumbered(path, path);
    claimNumbered(target, path);
  }
  if (index) claim(join(index.real, index.base), { path: join(index.folder, index.base) });
  return [...targets.values()].flatMap((claims) => {
    if (claims.length === 1) return [];
    const different = new Map(claims.map((one) => [`${one.place} ${one.path}`, one]));
    return different.size > 1 ? [[...different.values()]] : [];
  });
}

/** How a path can be split into a log's path without its ending, the number of a meeting, and the ending of a format. */
function numbered(path: string, extensions: readonly string[]): { stem: string; extension: string; number: number }[] {
  const name = basename(path);
  if (!/-[1-9]\d{0,8}\./.test(name)) return [];
  return extensions.flatMap((extension) => {
    if (!folded(name).endsWith(folded(extension))) return [];
    const [, stem, number] = /^(.+)-([1-9]\d{0,8})$/.exec(name.slice(0, -extension.length)) ?? [];
    return stem === undefined ? [] : [{ stem: join(dirname(path), stem), extension, number: Number(number) }];
  });
}

/**
 * Whether a log with so many meetings gives a file that it may give. With `only`, just the meeting of that number is written.
 */
export function isGiven({ place, meeting }: Claim, meetings: number, only: number | undefined): boolean {
  if (place === undefined) return true;
  const isWanted = only === undefined || only === (meeting ?? 1);
  return isWanted && (meeting === undefined ? meetings === 1 : meetings > 1 && meeting <= meetings);
}

/** A path as a disk that knows no case and no encodings of accents may know it. */
export function folded(path: string): string {
  if (/^[ -~]*$/.test(path)) return path.toLowerCase();
  return path.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
}
