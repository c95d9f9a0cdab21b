import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const wavy = (color: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy ${color} 1px`,
  textDecorationSkipInk: 'none',
  textUnderlineOffset: '4px',
});

const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--text)', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '19px', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 12px 0 6px' },
  '.cm-cursor': { borderLeftColor: 'var(--text)', borderLeftWidth: '1.5px' },
  '.cm-gutters': {
    backgroundColor: 'var(--sunken)',
    border: 'none',
    color: 'var(--subtle)',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '30px', padding: '0 6px 0 8px' },
  '.cm-lintRange-warning': wavy('var(--warn)'),
  '.cm-lintRange-error': wavy('var(--danger)'),
  '.cm-lintRange-active': { backgroundColor: 'transparent' },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: '8px',
    backgroundColor: 'var(--raised)',
    boxShadow: 'var(--shadow-popup)',
    color: 'var(--text)',
    overflow: 'hidden',
  },
  '.cm-tooltip-lint': { padding: '4px' },
  '.cm-diagnostic': {
    maxWidth: '420px',
    padding: '5px 8px',
    borderLeft: 'none',
    font: '400 12px/17px var(--sans)',
    whiteSpace: 'normal',
  },
});

/* Few colours, and none that means something elsewhere on the screen. */
const highlight = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--subtle)', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: 'light-dark(#3f6212, #b5d98b)' },
  { tag: tags.number, color: 'light-dark(#3f6212, #b5d98b)' },
  { tag: tags.keyword, color: 'light-dark(#6d28a8, #d3a6f8)' },
  {
    tag: [tags.standard(tags.variableName), tags.definition(tags.variableName), tags.labelName],
    color: 'light-dark(#1d5a9c, #8fc1f5)',
  },
  {
    tag: [tags.variableName, tags.special(tags.variableName)],
    color: 'var(--accent-text)',
  },
  { tag: [tags.attributeName, tags.meta], color: 'light-dark(#8a5100, #f3c26b)' },
  { tag: tags.invalid, color: 'inherit' },
]);

/** How scripts look; colours come from the tokens, so both themes are one. */
export const codeTheme: Extension = [theme, syntaxHighlighting(highlight)];
