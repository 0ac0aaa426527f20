import type { ClientCapabilities } from 'vscode-languageserver';

/** What a client can do with answers. */
export interface Abilities {
  /** Versioned edits, `documentChanges`. */
  readonly documentChanges: boolean;
  /** Edits that make files. */
  readonly newFiles: boolean;
  /** Annotations of edits, which may ask the user to confirm them. */
  readonly annotations: boolean;
  /** Snippets in edits of a workspace, `SnippetTextEdit`. */
  readonly snippetEdits: boolean;
  /** Snippets as completions. */
  readonly snippets: boolean;
  /** Markdown as the documentation of completions. */
  readonly documentedInMarkdown: boolean;
  /** Completions that either leave or replace the rest of the word behind the cursor. */
  readonly insertReplace: boolean;
  /** Edits of code actions that are computed when the action is chosen. */
  readonly lazyActions: boolean;
  /** Texts in place of folded lines. */
  readonly foldTexts: boolean;
  /** Tooltips of links. */
  readonly linkTooltips: boolean;
  /** Meetlog's own commands. */
  readonly ownCommands: boolean;
}

/** The abilities that a client declares; none that it does not. */
export function abilitiesOf({ textDocument, workspace }: ClientCapabilities, ownCommands = false): Abilities {
  const edits = workspace?.workspaceEdit;
  const completions = textDocument?.completion?.completionItem;
  const documentChanges = edits?.documentChanges === true;
  return {
    documentChanges,
    newFiles: documentChanges && edits?.resourceOperations?.includes('create') === true,
    annotations: documentChanges && edits?.changeAnnotationSupport !== undefined,
    snippetEdits: documentChanges && edits?.snippetEditSupport === true,
    snippets: completions?.snippetSupport === true,
    documentedInMarkdown: completions?.documentationFormat?.includes('markdown') === true,
    insertReplace: completions?.insertReplaceSupport === true,
    lazyActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    foldTexts: textDocument?.foldingRange?.foldingRange?.collapsedText === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    ownCommands,
  };
}
