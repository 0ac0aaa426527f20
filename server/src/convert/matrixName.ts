/** A Matrix id, `@wren:lamps.example`, anywhere in a text. */
export const matrixIds = /@[a-z0-9._=/+-]{1,200}:[a-z0-9.-]{1,200}[a-z0-9](?::\d{1,5})?/gi;

/** Whether a text is the Matrix id of someone. */
export function isMatrixId(text: string): boolean {
  return /^@[^\s:<>]{1,255}:[^\s<>]{1,255}$/.test(text);
}

/** The first part of a Matrix id, which its owner chose: `wren`. */
export function matrixName(id: string): string {
  return id.replace(/^@/, '').replace(/:.*$/s, '');
}
