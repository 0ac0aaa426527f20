/** Exactly the characters that are not allowed in a URL (RFC 3986, section 2) or that some parser misreads. */
const unfit = /[\p{C}\p{Z}"<>\\^`{|}]/u;

/**
 * What is wrong with an address of the folder in which readers find the log, as a sentence; undefined if it is valid. It may be
 * an `http` or `https` URL with a host, or a path: relative, or from the root of the site. It is used in links of every format.
 */
export function logBaseFault(base: string): string | undefined {
  if (unfit.test(base)) {
    return 'It must not contain spaces, control characters or any of " < > \\ ^ ` { | }: percent-encode them.';
  }
  const [, scheme, authority] = /^(?:([^/?#]*):)?(?:\/\/([^/?#]*))?/.exec(base) ?? [];
  if (scheme === undefined) {
    return authority === undefined ? undefined : 'It must not start with //: write https:// or a path.';
  }
  if (!/^https?$/i.test(scheme) || !authority) {
    return 'It must start with http:// or https:// and name a host, or be a relative path.';
  }
  return authority.includes('@') ? 'It must not contain a user name or a password.' : undefined;
}
