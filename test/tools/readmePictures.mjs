// The pictures of a README: the page of a packed extension shows those that have an address, and no others.

/**
 * A README whose pictures lie below a base address, such as `https://example.org/meetlog/v1.0.0/`. Without one it has no
 * pictures: an extension's page cannot show those that lie in the package.
 */
export function withPictures(readme, base) {
  const from = base?.replace(/\/*$/, '/');
  if (from) return readme.replace(/(!\[[^\]]*\]\()(?!https?:)(?:\.\/)?/g, (_, start) => start + from);
  return readme.replace(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n\n?/gm, '');
}
