const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands between tags: `&`, `<` and `>` escaped. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] as string);
}

/** A text as it stands in an attribute, in whatever quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
