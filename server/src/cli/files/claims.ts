import { basename, dirname, join, sep } from 'node:path';

/*
 * Which logs might be written to the same file, judging by their names. The number of meetings in a log determines the names of
 * its minutes: `x.md` for the only one, `x-1.md` and so on for several.
 */

/** A log whose minutes go into a folder. */
export interface Source {
  readonly place: number;
  /** The folder as the user wrote it, and its path without symbolic links. */
  readonly folder: string;
  readonly real: string;
  /** What the names of its minutes start with. */
  readonly base: string;
}

/** A file that might be written. */
export interface Claim {
  /** The position of its log; undefined for the index page. */
  readonly place?: number;
  /** The 1-based number of the meeting if the log has several; undefined if it has one. */
  readonly meeting?: number;
  /** As the user wrote it. */
  readonly path: string;
}

export interface Outputs {
  readonly sources: readonly Source[];
  /** The file extensions of all formats, with their dots. */
  readonly extensions: readonly string[];
  /** The number of the only meeting to write; undefined for all. */
  readonly meeting: number | undefined;
  readonly index: Omit<Source, 'place'> | undefined;
  /** The symbolic links in the folders: from their paths to their real targets. */
  readonly links: ReadonlyMap<string, string>;
}

/**
 * Groups of two or more claims that might be the same file. Names that differ only in case or in the encoding of accents count as
 * equal.
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
  /** The logs that would produce a file with this path if they had several meetings. */
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
  // If two logs both have several meetings, at least the names for their first meetings clash.
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

/** The ways to split a path into a log's path without extension, the number of a meeting, and the extension of a format. */
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
 * Whether a log with this many meetings really produces a claimed file. With `only`, just the meeting with that number is
 * written.
 */
export function isGiven({ place, meeting }: Claim, meetings: number, only: number | undefined): boolean {
  if (place === undefined) return true;
  const isWanted = only === undefined || only === (meeting ?? 1);
  return isWanted && (meeting === undefined ? meetings === 1 : meetings > 1 && meeting <= meetings);
}

/** A key for a path that ignores case and the encoding of accents, as some disks do. */
export function folded(path: string): string {
  if (/^[ -~]*$/.test(path)) return path.toLowerCase();
  return path.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
}
