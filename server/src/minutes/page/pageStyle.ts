import { type ItemType, itemTypes } from '../../meeting/itemTypes.js';

// Text always has a contrast of at least 4.5 to 1.
const light = `--text: #1f2933; --ground: #ffffff; --panel: #f3f5f7; --faint: #5a6772; --line: #d5dbe1; --link: #0b57a4;
  --agreed: #1a6b35; --rejected: #a4262c; --action: #8a4600; --other: #4b3b9b; --bar: #2f6f9f; --band: #dbe7f1; --band2: #c4d7e6;`;
const dark = `--text: #dfe5ea; --ground: #14191e; --panel: #1d252c; --faint: #9aa8b4; --line: #37434d; --link: #7db9f0;
  --agreed: #79cf92; --rejected: #f29a9a; --action: #f0b26b; --other: #b7a9f5; --bar: #6fb1e0; --band: #26384a; --band2: #30485e;`;

/** The width of the column for nicks in a chart, in pixels; the percentages in a chart are of the rest. */
export const nickRoom = 108;

/** The colours of the page, light or dark according to the reader's system. */
export const colours = `:root { color-scheme: light dark;
  ${light} }
@media (prefers-color-scheme: dark) { :root {
  ${dark} } }`;

/** The colours of item types. */
const colourRules = (['agreed', 'rejected', 'action'] as const).map((colour) => {
  const types = Object.keys(itemTypes).filter((type) => itemTypes[type as ItemType].colour === colour);
  return `.${types.join(', .')} { color: var(--${colour}); }`;
});

/** The page's layout; every colour is a variable. */
export const style = `body { font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--text); background: var(--ground);
  max-width: 52rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7em; line-height: 1.25; margin: 0 0 .6rem; }
h2 { font-size: 1.2em; margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1em; margin: 1.3rem 0 .3rem; }
a { color: var(--link); }
header dl { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin: 0; }
header dt { color: var(--faint); font-size: .8em; }
header dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
header dt, header dd { margin: 0; font-size: .95em; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
li { margin: .2rem 0; }
ul.people { list-style: none; padding: 0; }
.source { display: inline-block; color: var(--faint); text-decoration-color: var(--line); font-size: .85em; font-weight: 400; }
.type { font-size: .78em; text-transform: uppercase; letter-spacing: .03em; color: var(--other); }
${colourRules.join('\n')}
figure { margin: .5rem 0 1rem; }
figcaption { color: var(--faint); font-size: .85em; }
figure > svg { display: block; box-sizing: border-box; width: 100%; padding: 0 18px 0 ${nickRoom}px; background: var(--panel); border-radius: 6px; }
svg.shares { padding-right: 52px; }
figure > svg, svg .mark { overflow: visible; }
svg :is(title, desc) { display: none; }
svg text { font: 12px system-ui, sans-serif; fill: var(--text); }
svg .faint { fill: var(--faint); }
svg .grid { fill: var(--line); }
svg .bar { fill: var(--bar); }
svg .band { fill: var(--band); }
svg .band2 { fill: var(--band2); }
svg .decision { fill: var(--agreed); }
svg .todo { fill: var(--action); }
table { border-collapse: collapse; }
th, td { text-align: left; padding: .2rem 1.2rem .2rem 0; overflow-wrap: normal; border-bottom: 1px solid var(--line); }
td:nth-child(2), td:nth-child(3) { text-align: right; font-variant-numeric: tabular-nums; }
tbody th { font-weight: 400; overflow-wrap: anywhere; min-width: 5em; }
@media (max-width: 500px) { svg .between { display: none; } th, td { padding-right: .6rem; } :is(th, td):last-child { padding-right: 0; } }
summary { cursor: pointer; }
.log { list-style: none; padding: 0; font: .85em/1.5 ui-monospace, "Cascadia Mono", Menlo, monospace; }
.log li { margin: 0; padding: 0 .3rem; }
.log li:target { background: var(--band); }
.log time { color: var(--faint); }
.nick { color: var(--other); }
footer { margin-top: 2.5rem; color: var(--faint); font-size: .85em; }
@media print { details:not([open]) > * { display: none; } }`;

/** The layout of a discussion. */
export const discussionStyle = `
h4 { font-size: .95em; margin: 1rem 0 .3rem; }
section p[data-line] { margin: .35rem 0; }
p.remark { color: var(--faint); font-size: .92em; padding-left: .8rem; border-left: 2px solid var(--line); }
pre { margin: .35rem 0; padding: .4rem .8rem; background: var(--panel); border-radius: 4px; white-space: pre-wrap; font-size: .85em; }`;

/** Chart colours mixed for text: the rest is black or white, since text needs more contrast than charts. */
const coloured = (name: string) => `color-mix(in srgb, var(--vscode-charts-${name}) 50%, var(--end))`;

/**
 * The page within VS Code: all its colours come from the theme, and the item at the cursor is marked. Text is somewhat stronger
 * than in the editor, where some themes have a contrast of only 4 to 1.
 */
export const themedStyle = `body:where(.vscode-light, .vscode-high-contrast-light) { --end: #000; }
body:where(.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)) { --end: #fff; }
body[class] { --ground: var(--vscode-editor-background); --link: var(--vscode-textLink-foreground);
  --text: color-mix(in srgb, var(--vscode-editor-foreground) 80%, var(--end));
  --faint: color-mix(in srgb, var(--text) 90%, var(--ground));
  --line: color-mix(in srgb, var(--text) 20%, var(--ground)); --panel: color-mix(in srgb, var(--text) 5%, var(--ground));
  --agreed: ${coloured('green')}; --rejected: ${coloured('red')}; --action: ${coloured('orange')}; --other: ${coloured('purple')};
  --bar: var(--vscode-charts-blue); --band: color-mix(in srgb, var(--vscode-charts-blue) 14%, var(--ground));
  --band2: color-mix(in srgb, var(--vscode-charts-blue) 24%, var(--ground)); }
body.vscode-high-contrast { --panel: var(--ground); --faint: var(--text); --line: var(--vscode-contrastBorder); }
${style}${discussionStyle}
body { font: var(--vscode-font-size, 13px)/1.55 var(--vscode-font-family, sans-serif); padding-top: 1rem; }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
:is(li, h3, h4, p, pre)[data-line] { cursor: pointer; }
[aria-current] { box-shadow: -.25rem 0 0 var(--ground), -.4rem 0 0 var(--vscode-focusBorder); }
svg .decision { fill: var(--vscode-charts-green); }
svg .todo { fill: var(--vscode-charts-orange); }
.vscode-high-contrast figure > svg { border: 1px solid var(--vscode-contrastBorder); }`;
