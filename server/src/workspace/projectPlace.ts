import { projectFileName } from './projectFile.js';
import { trimmedBy } from './trimmedBy.js';

/*
 * Where the project's file of a log is: beside the log or above it, the nearest one. URIs are as the client writes them, and `/`
 * separates folders.
 */

/**
 * The URIs at which a log's project file may be, the nearest first: in the log's folder and in those above it, up to the
 * innermost of the given folders that contains the log. If none of them does, only beside the log; nowhere for a log that is in
 * no folder.
 */
export function projectPlaces(log: string, folders: readonly string[]): string[] {
  const path = pathOf(log);
  if (path === undefined) return [];
  const root = rootOf(path, folders);
  const places: string[] = [];
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    places.push(`${path.slice(0, end + 1)}${projectFileName}`);
    if (root === undefined || end <= root.length) break;
  }
  return places;
}

/** Where a log's project file is to be made if there is none: in the folder that contains the log, or else beside the log. */
export function newProjectPlace(log: string, folders: readonly string[]): string | undefined {
  const places = projectPlaces(log, folders);
  const isInFolder = rootOf(pathOf(log) ?? '', folders) !== undefined;
  return isInFolder || log.startsWith('file:') ? places.at(-1) : undefined;
}

/** The path of a log from the folder of its project file, decoded; undefined if it is not below it. */
export function pathFrom(file: string, log: string): string | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const path = pathOf(log);
  return path?.startsWith(folder) ? decoded(path.slice(folder.length)) : undefined;
}

/** Whether an entry of a project file names a log: by its path from the folder of that file, or only by its file name. */
export function namesLog(name: string, path: string): boolean {
  const plain = name.replace(/^(?:\.\/)+/, '');
  return path === plain || (!name.includes('/') && path.endsWith(`/${plain}`));
}

/** Whether a URI is that of a project file. */
export function isProjectFile(uri: string): boolean {
  return uri.endsWith(`/${projectFileName}`);
}

/** Without query and fragment; undefined for a URI without folders, such as that of an untitled document. */
function pathOf(uri: string): string | undefined {
  return /^(?!untitled:)[a-z][a-z\d+.-]*:\//i.test(uri) ? uri.replace(/[?#].*$/s, '') : undefined;
}

/** The innermost of some folders that contains a file, without a slash at its end; undefined if none does. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  return rootOf(pathOf(uri) ?? '', folders);
}

/** The innermost of some folders that contains a path, without a slash at its end. */
function rootOf(path: string, folders: readonly string[]): string | undefined {
  return folders
    .map((folder) => trimmedBy(folder, undefined, /\//))
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
