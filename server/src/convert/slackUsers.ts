import { fieldsOf, firstText, listOf, textOf } from './fields.js';

/** The names of Slack's `users.json` that an export has beside its channels, by ids; undefined if it is not that file. */
export function slackUsers(text: string): ReadonlyMap<string, string> | undefined {
  const users = new Map<string, string>();
  for (const value of listOf(parsed(text))) {
    const { id, name, real_name: own, profile } = fieldsOf(value);
    const { real_name: real, display_name: shown } = fieldsOf(profile);
    const known = firstText(real, own, shown, name);
    if (textOf(id) !== '' && known !== '') users.set(textOf(id), known);
  }
  return users.size > 0 ? users : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
