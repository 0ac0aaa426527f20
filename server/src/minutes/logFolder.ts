/** Scheme, authority, path and what follows it: RFC 3986, appendix B. It fits any text. */
const generic = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(.*)$/su;

/**
 * The relative path to a log's folder for links in minutes in another folder, such as `../logs/`; empty if it is the same folder,
 * null if no relative link leads there. Both arguments are URIs: of the log, and of the folder of the minutes.
 */
export function relativeLogFolder(log: string, folder: string): string | null {
  const to = partsOf(log);
  const from = partsOf(folder);
  if (['', 'untitled'].includes(to.scheme) || to.scheme !== from.scheme || to.authority !== from.authority) return null;
  // The path alone does not identify a resource with a query.
  if (to.rest || from.rest) return null;
  const [target, start] = [to.segments.slice(0, -1), from.segments.filter((segment, at) => segment || at === 0)];
  const differing = target.findIndex((segment, at) => segment !== start[at]);
  const shared = differing < 0 ? target.length : differing;
  if (shared <= 1 && isDrive(target[1]) !== isDrive(start[1])) return null;
  if (shared <= 1 && isDrive(target[1])) return null;
  const up = '../'.repeat(start.length - shared);
  return (
    up +
    target
      .slice(shared)
      .map((segment) => `${encodeURIComponent(segment)}/`)
      .join('')
  );
}

/**
 * The folder of a log as an absolute link, for minutes that only an editor shows; null if it cannot be part of a link.
 */
export function absoluteLogFolder(log: string): string | null {
  const { scheme, rest } = partsOf(log);
  return scheme === '' || rest ? null : log.slice(0, log.lastIndexOf(log.includes('/') ? '/' : ':') + 1);
}

/** The path of a URI in decoded segments, with a Windows drive letter in upper case. */
function partsOf(uri: string) {
  const [, scheme = '', authority = '', path = '', rest = ''] = generic.exec(uri) ?? [];
  const segments = path.split('/').map(decoded);
  return {
    scheme: scheme.toLowerCase(),
    authority: authority.toLowerCase(),
    segments: segments.map((segment, at) => (at === 1 && isDrive(segment) ? segment.toUpperCase() : segment)),
    rest,
  };
}

function isDrive(segment = ''): boolean {
  return /^[a-z]:$/i.test(segment);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
