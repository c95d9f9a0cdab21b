import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Transaction } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import type { Finding } from '../../shared/domain/note.ts';
import { classesOf } from '../ui/class-names.ts';
import { adoptEditorStyles } from './adopt-styles.ts';
import { editorTheme } from './editor-theme.ts';
import {
  evidenceExtension,
  nextLineOf,
  type Pointed,
  pointedAt,
  setLitEvidence,
  setNoteMarks,
} from './evidence-extension.ts';
import { noteDialect } from './note-dialect.ts';
import type { NoteEdit } from './note-edits.ts';
import { Loaded, loading, replacement } from './note-replacing.ts';
import styles from './note-sheet.module.css';
import type { NoteCheckState } from './use-note-check.ts';

const css = classesOf(styles);

/** What the sheet asks of the editor. */
export interface NoteEditorHandle {
  /** Replaces the text as one step that the technician can undo. */
  replaceAll(text: string): void;
  /** Replaces the text without telling `onChange`; what was undone or can be undone is not lost. */
  load(text: string): void;
  apply(edit: NoteEdit): void;
  /** While the note is being posted: what is shown then is what is posted, so nothing changes it. */
  isLocked(): boolean;
  /** Puts the caret on a place in the text and shows it. */
  reveal(from: number, to: number): void;
  /**
   * Shows the next line, after the caret and around, that rests on this; answers its number. Without
   * `focus` the focus stays where it is, so that the same press leads on to the line after.
   */
  revealLineOf(evidenceId: string, focus: boolean): number | undefined;
}

interface NoteEditorProps {
  readonly ref: Ref<NoteEditorHandle>;
  readonly initialText: string;
  readonly check: NoteCheckState;
  readonly lit: readonly string[];
  readonly readOnly: boolean;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  /** What is said of the sentence under the pointer or, with the focus inside, under the caret. */
  readonly onPointAt: (pointed: Pointed | undefined) => void;
  readonly onRepair: (finding: Finding) => void;
  /** The text can be changed from now on. */
  readonly onUnlocked: () => void;
  readonly onBlur: () => void;
}

/** The note's text, with its evidence in the margins and its findings underlined. */
export function NoteEditor(props: NoteEditorProps) {
  const { ref, initialText, check, lit, readOnly, describedBy } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const locked = useRef(new Compartment());
  const onChange = useEffectEvent(props.onChange);
  const onPointAt = useEffectEvent(props.onPointAt);
  const onRepair = useEffectEvent(props.onRepair);
  const onUnlocked = useEffectEvent(props.onUnlocked);
  const onBlur = useEffectEvent(props.onBlur);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor owns its text from here on
  useEffect(() => {
    if (host.current === null) return;
    adoptEditorStyles();
    let last: string | undefined;
    const pointAt = (pointed: Pointed | undefined) => {
      const now = JSON.stringify(pointed);
      if (now === last) return;
      last = now;
      onPointAt(pointed);
    };
    const atCaret = ({ hasFocus, state }: EditorView) =>
      hasFocus ? pointedAt(state, state.selection.main.head) : undefined;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: initialText,
        extensions: [
          history(),
          noteDialect,
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          editorTheme,
          evidenceExtension(pointAt),
          locked.current.of(EditorState.readOnly.of(false)),
          EditorView.contentAttributes.of({
            'aria-label': 'Note',
            'aria-describedby': describedBy,
            spellcheck: 'true',
            tabindex: '0',
          }),
          EditorView.updateListener.of((update) => {
            const loaded = update.transactions.some((step) => step.annotation(Loaded) === true);
            if (update.docChanged && !loaded) onChange(update.state.doc.toString());
            if (update.selectionSet || update.focusChanged || hasNewMarks(update.transactions)) {
              pointAt(atCaret(update.view));
            }
          }),
          EditorView.domEventHandlers({
            mousemove(event, current) {
              const place = current.posAtCoords({ x: event.clientX, y: event.clientY });
              if (place !== null) pointAt(pointedAt(current.state, place));
            },
            blur: () => onBlur(),
          }),
        ],
      }),
    });
    const keepCaret = new ResizeObserver(() => {
      if (!editor.hasFocus) return;
      editor.dispatch({ effects: EditorView.scrollIntoView(editor.state.selection.main.head) });
    });
    keepCaret.observe(host.current);
    const leave = () => pointAt(atCaret(editor));
    editor.dom.addEventListener('mouseleave', leave);
    view.current = editor;
    return () => {
      view.current = null;
      keepCaret.disconnect();
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    // Places in another text than this one; its own check is on its way.
    if (editor === null || editor.state.doc.toString() !== check.text) return;
    editor.dispatch({ effects: setNoteMarks.of(check) });
    const diagnostics = check.findings.map((finding) =>
      diagnosticOf(finding, () => onRepair(finding)),
    );
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [check]);
  useEffect(() => view.current?.dispatch({ effects: setLitEvidence.of(lit) }), [lit]);
  useEffect(() => {
    view.current?.dispatch({
      effects: locked.current.reconfigure(EditorState.readOnly.of(readOnly)),
    });
    if (!readOnly) onUnlocked();
  }, [readOnly]);
  useImperativeHandle(ref, () => ({
    replaceAll(text) {
      const editor = view.current;
      if (editor === null || editor.state.readOnly) return;
      editor.dispatch(replacement(editor.state, text));
    },
    load(text) {
      const editor = view.current;
      if (editor !== null) editor.dispatch(loading(editor.state, text));
    },
    apply(edit) {
      if (view.current?.state.readOnly) return;
      view.current?.dispatch({ changes: edit, userEvent: 'input', scrollIntoView: true });
    },
    isLocked: () => view.current?.state.readOnly ?? false,
    reveal(from, to) {
      const editor = view.current;
      if (editor === null) return;
      const end = editor.state.doc.length;
      editor.dispatch({
        selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
        effects: EditorView.scrollIntoView(Math.min(from, end), { y: 'center' }),
      });
      editor.focus();
    },
    revealLineOf(evidenceId, focus) {
      const editor = view.current;
      const line = editor && nextLineOf(editor.state, evidenceId);
      if (!line) return undefined;
      editor.dispatch({
        selection: { anchor: line.from },
        effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
      });
      if (focus) editor.focus();
      return line.number;
    },
  }));

  return <div ref={host} className={css('editor')} />;
}

function hasNewMarks(transactions: readonly Transaction[]): boolean {
  return transactions.some(({ effects }) => effects.some((effect) => effect.is(setNoteMarks)));
}

function diagnosticOf(finding: Finding, repair: () => void): Diagnostic {
  const { from, to, level, message } = finding;
  return {
    from,
    to,
    message,
    ...(level === 'block' ? { source: 'Blocked' } : {}),
    severity: level === 'block' ? 'error' : 'warning',
    actions: finding.repair === null ? [] : [{ name: finding.repair.label, apply: repair }],
  };
}
