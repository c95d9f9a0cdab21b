import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import { adoptEditorStyles } from '../../preview/adopt-styles.ts';
import { classesOf } from '../../ui/class-names.ts';
import styles from './code.module.css';
import { codeLanguage } from './code-language.ts';
import { codeTheme } from './code-theme.ts';

const css = classesOf(styles);

interface CodeViewProps {
  /** Its name for screen readers. */
  readonly label: string;
  readonly language: ScriptGeneration['language'];
  readonly text: string;
}

/** A script to be read: highlighted, and only what is in sight is drawn. */
export function CodeView({ label, language, text }: CodeViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);

  useEffect(() => {
    if (host.current === null) return;
    adoptEditorStyles();
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          codeLanguage(language),
          codeTheme,
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({
            'aria-label': label,
            role: 'textbox',
            'aria-readonly': 'true',
            tabindex: '0',
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [label, language]);

  // After the effect above, so that a new view gets the text too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is made anew with them
  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: changeBetween(editor.state.doc.toString(), text) });
  }, [text, label, language]);

  return <div ref={host} className={css('code', 'fill')} />;
}

/** The change from one text to another without their common ends, so that the view stays where it was scrolled to. */
function changeBetween(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
