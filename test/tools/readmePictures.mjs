/**
 * A Markdown text without the paragraphs that are a picture of a relative path: the page of a packed extension cannot show it.
 */
export function withoutPictures(readme) {
  return readme.replace(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n\n?/gm, '');
}
