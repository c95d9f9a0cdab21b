/** What the page told of the place that was pressed. */
export interface PressedPlace {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly misspelledWord: string;
  readonly dictionarySuggestions: readonly string[];
  readonly editFlags: {
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly canCut: boolean;
    readonly canCopy: boolean;
    readonly canPaste: boolean;
    readonly canSelectAll: boolean;
  };
  /** A checked address, or null. */
  readonly link: string | null;
  readonly formControlType?: string | undefined;
}

export type ContextCommand =
  | { readonly do: 'replace'; readonly word: string }
  | { readonly do: 'learn'; readonly word: string }
  | { readonly do: 'copy-link'; readonly url: string };

export type ContextItem =
  | { readonly label: string; readonly command: ContextCommand }
  /** Words only. */
  | { readonly label: string }
  | {
      readonly role: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll';
      readonly enabled: boolean;
    }
  | { readonly separator: true };

const MOST_SUGGESTIONS = 5;

/**
 * The entries for a pressed place, none where there is nothing to do. A library would bring searches
 * with Google and downloads along; this is all that is wanted.
 */
export function contextMenuItems(place: PressedPlace): readonly ContextItem[] {
  return joined([spelling(place), link(place), editing(place)]);
}

function spelling({ isEditable, misspelledWord, ...place }: PressedPlace): ContextItem[] {
  if (!isEditable || misspelledWord === '') return [];
  const suggestions = place.dictionarySuggestions
    .slice(0, MOST_SUGGESTIONS)
    .map((word): ContextItem => ({ label: verbatim(word), command: { do: 'replace', word } }));
  return [
    ...(suggestions.length > 0 ? suggestions : [{ label: 'No suggestions' }]),
    { label: 'Add to dictionary', command: { do: 'learn', word: misspelledWord } },
  ];
}

function link({ link: url }: PressedPlace): ContextItem[] {
  return url === null ? [] : [{ label: 'Copy link', command: { do: 'copy-link', url } }];
}

function editing({ isEditable, selectionText, editFlags, ...place }: PressedPlace): ContextItem[] {
  const copy: ContextItem = {
    role: 'copy',
    // What is hidden on screen does not come out by the menu either.
    enabled: editFlags.canCopy && place.formControlType !== 'input-password',
  };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'undo', enabled: editFlags.canUndo },
    { role: 'redo', enabled: editFlags.canRedo },
    { separator: true },
    { role: 'cut', enabled: editFlags.canCut },
    copy,
    { role: 'paste', enabled: editFlags.canPaste },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}

function joined(groups: readonly ContextItem[][]): ContextItem[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ separator: true } as const, ...group]));
}

/** Menus take an ampersand for the sign of a key. */
function verbatim(label: string): string {
  return label.replaceAll('&', '&&');
}
