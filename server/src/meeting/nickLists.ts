/**
 * How many nicks of one command are read: several times what a line of IRC or Matrix holds. Problems say where there are more.
 */
export const mostNicks = 2_000;

/** The nicks that follow a command, divided by commas and spaces as MeetBot does. */
export function nicksIn(text: string): string[] {
  return divided(text, /[, ]+/);
}

/**
 * The nicks that follow `#unchair`, divided by white space only, as in the original: with "bob, cat" it finds nobody called
 * "bob,".
 */
export function unchairedIn(text: string): string[] {
  return divided(text, /\s+/);
}

function divided(text: string, between: RegExp): string[] {
  return text
    .split(between, mostNicks + 2)
    .filter(Boolean)
    .slice(0, mostNicks);
}
