import {
  type CompletionItem,
  type CompletionItemKind,
  InsertReplaceEdit,
  type MarkupContent,
  TextEdit,
} from 'vscode-languageserver';
import type { Place } from '../log/place.js';
import type { Abilities } from './abilities.js';
import { rangeOf } from './positions.js';

/** Something that may be typed. */
export interface Proposal {
  readonly label: string;
  /** What is inserted, if not the label. */
  readonly text?: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: MarkupContent;
}

/** What proposals replace: what is typed up to the cursor, and how many characters behind it belong to the same word. */
export interface Replaced {
  readonly place: Place;
  readonly rest: number;
}

/**
 * The items for proposals, in their order. Clients compare the whole text that is inserted with what is replaced, sign included.
 */
export function itemsFor(
  all: readonly Proposal[],
  { place, rest }: Replaced,
  { insertReplace }: Abilities,
): CompletionItem[] {
  const insert = rangeOf(place);
  const replace = rangeOf({ ...place, end: place.end + rest });
  return all.map(({ label, text = label, ...more }, index) => ({
    label,
    ...more,
    // Clients sort texts.
    sortText: String(index).padStart(4, '0'),
    filterText: text,
    textEdit:
      insertReplace && rest > 0 ? InsertReplaceEdit.create(text, insert, replace) : TextEdit.replace(insert, text),
  }));
}
