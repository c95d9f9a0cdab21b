import { describe, expect, it } from 'vitest';
import { contextMenuItems, type PressedPlace } from '../../../electron/shell/context-menu-items.ts';

const NOWHERE: PressedPlace = {
  isEditable: false,
  selectionText: '',
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags: {
    canUndo: false,
    canRedo: false,
    canCut: false,
    canCopy: true,
    canPaste: true,
    canSelectAll: true,
  },
  link: null,
};

describe('the context menu', () => {
  it('does not open where there is nothing to do', () => {
    expect(contextMenuItems(NOWHERE)).toEqual([]);
    expect(contextMenuItems({ ...NOWHERE, selectionText: ' \n ' })).toEqual([]);
  });

  it('copies what is selected', () => {
    expect(contextMenuItems({ ...NOWHERE, selectionText: 'Error 0x1' })).toEqual([
      { role: 'copy', enabled: true },
    ]);
  });

  it('edits in a text box, with suggestions first', () => {
    const items = contextMenuItems({
      ...NOWHERE,
      isEditable: true,
      misspelledWord: 'recieve',
      dictionarySuggestions: ['receive', 'R&D', 'c', 'd', 'e', 'f'],
    });
    expect(items.slice(0, 2)).toEqual([
      { label: 'receive', command: { do: 'replace', word: 'receive' } },
      { label: 'R&&D', command: { do: 'replace', word: 'R&D' } },
    ]);
    expect(items[5]).toEqual({
      label: 'Add to dictionary',
      command: { do: 'learn', word: 'recieve' },
    });
    expect(items.flatMap((item) => ('role' in item ? [item.role] : []))).toEqual([
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
  });

  it('says that there is no suggestion, and lets the word be learnt all the same', () => {
    const items = contextMenuItems({ ...NOWHERE, isEditable: true, misspelledWord: 'Kerberoast' });
    expect(items[0]).toEqual({ label: 'No suggestions' });
    expect(items[1]).toMatchObject({ label: 'Add to dictionary' });
  });

  it('does not copy out of a password box', () => {
    const items = contextMenuItems({
      ...NOWHERE,
      isEditable: true,
      formControlType: 'input-password',
    });
    expect(items).toContainEqual({ role: 'copy', enabled: false });
  });

  it('copies a link, and offers to open, save or search nothing', () => {
    const items = contextMenuItems({ ...NOWHERE, link: 'https://learn.microsoft.com/x' });
    expect(items).toEqual([
      { label: 'Copy link', command: { do: 'copy-link', url: 'https://learn.microsoft.com/x' } },
    ]);
  });
});
