import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import { adoptEditorStyles } from '../../preview/adopt-styles.ts';
import { classesOf } from '../../ui/class-names.ts';
import styles from './code.module.css';
import { codeLanguage } from './code-language.ts';
import { codeTheme } from './code-theme.ts';

const css = classesOf(styles);

/** Something that is wrong with a script, and in which line. */
export interface CodeProblem {
  readonly message: string;
  readonly line: number | null;
  /** Whether it keeps the script from being saved. */
  readonly blocking: boolean;
}

/** What the form around the editor asks of it. */
export interface CodeEditorHandle {
  revealLine(line: number): void;
  focus(): void;
}

interface CodeEditorProps {
  readonly ref: Ref<CodeEditorHandle>;
  readonly label: string;
  readonly language: ScriptGeneration['language'];
  readonly initialText: string;
  readonly problems: readonly CodeProblem[];
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
}

/** A script to be written. Tab indents; Escape and then Tab leaves the box. */
export function CodeEditor(props: CodeEditorProps) {
  const { ref, label, language, initialText, problems, invalid, describedBy } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const languageIn = useRef(new Compartment());
  const onChange = useEffectEvent(props.onChange);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor owns its text from here on
  useEffect(() => {
    if (host.current === null) return;
    adoptEditorStyles();
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: initialText,
        extensions: [
          lineNumbers(),
          history(),
          languageIn.current.of(codeLanguage(language)),
          keymap.of([
            { key: 'Escape', run: leaveByTab, stopPropagation: true },
            ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
            ...historyKeymap,
            indentWithTab,
          ]),
          codeTheme,
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': describedBy,
            tabindex: '0',
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: languageIn.current.reconfigure(codeLanguage(language)) });
  }, [language]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const { doc } = editor.state;
    const diagnostics = problems.flatMap(({ message, line, blocking }) => {
      if (line === null || line > doc.lines) return [];
      const { from, to } = doc.line(line);
      return [
        { from, to, message, severity: blocking ? ('error' as const) : ('warning' as const) },
      ];
    });
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [problems]);

  useImperativeHandle(ref, () => ({
    revealLine(line) {
      const editor = view.current;
      if (editor === null || line > editor.state.doc.lines) return;
      const { from } = editor.state.doc.line(line);
      editor.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      editor.focus();
    },
    focus: () => view.current?.focus(),
  }));

  return <div ref={host} className={css('code', 'editor', invalid && 'invalid')} />;
}

/** Escape lets the next Tab leave the box, and closes nothing around it. */
function leaveByTab(editor: EditorView): boolean {
  editor.setTabFocusMode(2_000);
  return true;
}
