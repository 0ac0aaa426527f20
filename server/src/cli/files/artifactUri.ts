import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The path of a file as a URI reference (SARIF 2.1.0, section 3.4.3; RFC 3986): relative, or with the scheme `file` if the path
 * is absolute. Anything that could be taken for another part of a URI is percent-encoded.
 */
export function artifactUri(path: string): string {
  const file = path.toWellFormed();
  // Some versions of Node leave brackets and bars in file URLs.
  if (isAbsolute(file)) return pathToFileURL(file).href.replace(/[^\w\-.~:/@!$&'()*+,;=%]/g, encodeURIComponent);
  const segments = sep === '\\' ? file.split(/[\\/]/) : file.split('/');
  return segments.map(encodeURIComponent).join('/');
}
