/*
 * Names in URIs of any scheme. URIs are kept exactly as the client sent them: clients differ in which characters they escape, and
 * some compare URIs as strings.
 */

/** Scheme and authority, then the path: RFC 3986, appendix B. Matches any text. */
const generic = /^((?:[^:/?#]+:)?(?:\/\/[^/?#]*)?)([^?#]*)/;

/** The last segment of a URI's path, decoded if possible. */
export function nameIn(uri: string): string {
  return decoded(partsOf(uri).name);
}

/** What precedes that segment, decoded in the same way. */
export function folderIn(uri: string): string {
  return decoded(partsOf(uri).folder);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The file name of a document; empty for an untitled document, whatever its editor calls it. */
export function fileNameIn(uri: string): string {
  return /^untitled:Untitled-\d+$/i.test(uri) ? '' : nameIn(uri);
}

/** The URI of another name in the same folder, without query and fragment. */
export function besideUri(uri: string, name: string): string {
  return `${partsOf(uri).folder}${encodedName(name)}`;
}

/** A name as a segment of a path. */
export function encodedName(name: string): string {
  return encodeURIComponent(name.toWellFormed());
}

function partsOf(uri: string): { readonly folder: string; readonly name: string } {
  const [, start = '', path = ''] = generic.exec(uri) ?? [];
  const end = path.lastIndexOf('/') + 1;
  return { folder: start + path.slice(0, end), name: path.slice(end) };
}
