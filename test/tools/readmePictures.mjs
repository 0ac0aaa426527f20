/**
 * A Markdown text without paragraphs that are a picture with a relative path, which the page of a packaged extension cannot show.
 */
export function withoutPictures(readme) {
  return readme.replace(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n\n?/gm, '');
}
