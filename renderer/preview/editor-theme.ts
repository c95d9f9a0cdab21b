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
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--text)', fontSize: '12.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '21px', overflow: 'auto' },
  '.cm-content': { padding: '8px 0 10px', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 4px 0 2px' },
  '.cm-cursor': { borderLeftColor: 'var(--text)', borderLeftWidth: '1.5px' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--subtle)' },
  '.cm-gutters.cm-gutters-after': { border: 'none' },
  '.cm-evidence': { width: '30px' },
  '.cm-evidence .cm-gutterElement': { display: 'grid', placeItems: 'start center' },
  '.cm-evidence-words .cm-gutterElement': {
    minWidth: '74px',
    padding: '0 14px 0 8px',
    textAlign: 'right',
    font: '400 11px/21px var(--sans)',
    color: 'var(--subtle)',
  },
  '.cm-dot': {
    width: '7px',
    height: '7px',
    marginTop: '7px',
    borderRadius: '50%',
    boxSizing: 'border-box',
  },
  '.cm-dot-grounded': { backgroundColor: 'var(--ok)' },
  '.cm-dot-fixed': { backgroundColor: 'var(--line-strong)' },
  '.cm-dot-statement': { border: '1.5px solid var(--internal)' },
  '.cm-dot-warn': {
    backgroundColor: 'var(--warn)',
    borderRadius: '2px',
    transform: 'rotate(45deg)',
  },
  '.cm-dot-block': { backgroundColor: 'var(--danger)', borderRadius: '1px' },
  '.cm-words-warn': { color: 'var(--warn)' },
  '.cm-words-block': { color: 'var(--danger)' },
  '.cm-line.cm-line-warn': { backgroundColor: 'color-mix(in srgb, var(--warn) 7%, transparent)' },
  '.cm-line.cm-line-block': {
    backgroundColor: 'color-mix(in srgb, var(--danger) 7%, transparent)',
  },
  '.cm-line.cm-line-lit': { backgroundColor: 'color-mix(in srgb, var(--accent) 11%, transparent)' },
  '.cm-lintRange-error': wavy('var(--danger)'),
  '.cm-lintRange-warning': wavy('var(--warn)'),
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
  '.cm-diagnosticSource': { opacity: '1', color: 'var(--subtle)', fontSize: '11px' },
  '.cm-diagnosticAction': {
    margin: '5px 0 1px',
    display: 'block',
    padding: '2px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    backgroundColor: 'transparent',
    color: 'var(--text)',
    font: '500 12px/17px var(--sans)',
  },
});

const highlight = HighlightStyle.define([
  { tag: tags.heading, color: 'var(--accent-text)', fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.monospace, color: 'var(--muted)' },
  { tag: tags.link, color: 'var(--accent-text)' },
]);

/** How the note's editor looks; colours come from the tokens, so both themes are one. */
export const editorTheme: Extension = [theme, syntaxHighlighting(highlight)];
