/** The style of the parts of the preview that are not minutes, like VS Code's own toolbars. */
export const previewStyle = `html { scroll-padding: 3rem 0 1rem; }
body { padding-top: 0; }
#toolbar { position: sticky; top: 0; z-index: 1; margin: 0 -.4rem .8rem; padding: .3rem 0; background: var(--ground);
  border-bottom: 1px solid var(--line); font-size: 12px; }
#toolbar > div { display: flex; flex-wrap: wrap; align-items: center; gap: 2px; }
#toolbar [hidden] { display: none; }
#toolbar [data-command="showLog"] { margin-right: auto; }
#toolbar button { display: inline-flex; align-items: center; gap: .3rem; height: 22px; padding: 0 5px; border: 0; border-radius: 5px;
  background: none; color: var(--vscode-icon-foreground, var(--text)); font: inherit; white-space: nowrap; cursor: pointer; }
#toolbar button span { color: var(--text); }
#toolbar button:hover { background: var(--vscode-toolbar-hoverBackground);
  outline: 1px dashed var(--vscode-toolbar-hoverOutline, transparent); outline-offset: -1px; }
#toolbar button:active { background: var(--vscode-toolbar-activeBackground); }
#toolbar button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
#toolbar button[aria-pressed="true"] { background: var(--vscode-inputOption-activeBackground);
  color: var(--vscode-inputOption-activeForeground); box-shadow: inset 0 0 0 1px var(--vscode-inputOption-activeBorder, transparent); }
#toolbar button[aria-disabled="true"] { opacity: .4; background: none; cursor: default; }
#toolbar svg { width: 16px; height: 16px; background: none; border: 0; border-radius: 0; fill: none; stroke: currentColor; }
@media (max-width: 420px) { #toolbar button span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
svg [data-line] { cursor: pointer; }
svg [data-line]:is(:hover, :focus-visible) :is(rect), svg path[data-line]:is(:hover, :focus-visible) { stroke: var(--vscode-focusBorder);
  stroke-width: 2; }
svg [data-line]:focus { outline: none; }`;
