import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { ScriptTemplate, TemplateParameter } from '../../../shared/domain/script-template.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { useCall } from '../../bridge/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { describeError } from '../../ui/errors.ts';
import { Select } from '../../ui/select.tsx';
import { isSubmitKey } from '../../ui/shortcuts.ts';
import { Switch } from '../../ui/switch.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { tooLong } from '../../ui/too-long.ts';
import { useHoldsWords } from '../../ui/unsaved-forms.ts';
import { optionsOf } from '../../ui/words.ts';
import { CodeEditor, type CodeEditorHandle } from '../code/code-editor.tsx';
import { TEMPLATE_LANGUAGE_WORDS } from '../script-words.ts';
import styles from './editing.module.css';
import { ParameterList } from './parameter-list.tsx';
import { contentOf, draftProblems, sameDraft, type TemplateDraft } from './template-draft.ts';
import { fieldsOf, useTemplateProblems } from './use-template-problems.ts';

const css = classesOf(styles);

interface TemplateEditorProps {
  /** The template that is changed; null for a new one. */
  readonly templateKey: string | null;
  readonly initial: TemplateDraft;
  /** Tells the dialog whether something would be lost now. */
  readonly unsaved: RefObject<() => boolean>;
  readonly onCancel: () => void;
  readonly onSaved: (template: ScriptTemplate) => void;
}

/** A template of this installation, to be written or changed. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { templateKey, initial, unsaved, onCancel, onSaved } = props;
  const [draft, setDraft] = useState(initial);
  const [opened, setOpened] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const code = useRef<CodeEditorHandle>(null);
  const name = useRef<HTMLInputElement>(null);
  const problemsId = useId();
  const { problems, fields } = useTemplateProblems(draft);
  const save = useCall('templates.save', {
    onSuccess(template) {
      unsaved.current = () => false;
      // On the screen it is the row that the focus goes to.
      announce(templateKey === null ? 'Template made.' : 'Template saved.');
      onSaved(template);
    },
    onError: (error) => openFirst(fieldsOf(error)),
  });

  useEffect(() => {
    unsaved.current = () => !sameDraft(draft, initial);
    return () => {
      unsaved.current = () => false;
    };
  }, [draft, initial, unsaved]);
  useHoldsWords('A script template being written', !sameDraft(draft, initial));
  useEffect(() => name.current?.focus(), []);

  const set = (change: Partial<TemplateDraft>) => {
    setDraft((known) => ({ ...known, ...change }));
    if (save.isError) save.reset();
  };
  const wrong = { ...fields, ...draftProblems(draft), ...fieldsOf(save.error) };
  /** Before the first try to save, a field that is still empty is not held against anyone. */
  const problemAt = (path: string, value: string) =>
    tried || value.trim() !== '' ? wrong[`content.${path}`] : undefined;
  const problemOf = (index: number, field: keyof TemplateParameter) => {
    const parameter = draft.parameters[index];
    const path = `parameters.${index}.${field}`;
    const value = parameter === undefined ? '' : String(parameter[field] ?? '');
    return (
      problemAt(path, value) ??
      (field === 'choices' ? firstBelow(wrong, `content.${path}.`) : undefined)
    );
  };
  /** Opens the first parameter that has something wrong, so that it can be seen. */
  const openFirst = (found: Readonly<Record<string, string>>) => {
    const at = Object.keys(found).flatMap(
      (path) => /^content\.parameters\.(\d+)/.exec(path)?.[1] ?? [],
    );
    const first = draft.parameters[Number(at[0])];
    if (first !== undefined) setOpened(first.id);
    else if ('content.name' in found) name.current?.focus();
    else if ('content.body' in found) code.current?.focus();
  };

  const submit = () => {
    if (save.isPending) return;
    setTried(true);
    const own = draftProblems(draft);
    if (Object.keys(own).length > 0) return openFirst(own);
    save.mutate({ key: templateKey, content: contentOf(draft) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSubmitKey(event)) return;
    event.preventDefault();
    submit();
  };
  const bodyProblem = tooLong(draft.body, LIMITS.script_body) ?? problemAt('body', draft.body);
  const noField = save.error !== null && Object.keys(fieldsOf(save.error)).length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chord works anywhere in here
    <div className={css('editing')} onKeyDown={onKeyDown}>
      <div className={css('panes')}>
        <div className={css('form')}>
          {noField && <ErrorNotice error={describeError(save.error)} />}
          <TextField
            ref={name}
            label="Name"
            placeholder="Restart a service and check it"
            value={draft.name}
            error={tooLong(draft.name, LIMITS.script_name) ?? problemAt('name', draft.name)}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextArea
            label="What it does"
            aside="optional"
            rows={2}
            value={draft.description}
            error={
              tooLong(draft.description, LIMITS.template_description) ??
              problemAt('description', draft.description)
            }
            onChange={(event) => set({ description: event.target.value })}
          />
          <Select
            label="Language"
            value={draft.language}
            options={optionsOf(TEMPLATE_LANGUAGE_WORDS)}
            onChange={(language) => set({ language })}
          />
          <Switch
            label="It changes something on the system"
            checked={draft.changes_system}
            onChange={(changes_system) => set({ changes_system })}
          />
          {draft.changes_system && (
            <TextArea
              label="How to undo it"
              aside="optional"
              rows={1}
              value={draft.undo}
              error={tooLong(draft.undo, LIMITS.outcome_note) ?? problemAt('undo', draft.undo)}
              onChange={(event) => set({ undo: event.target.value })}
            />
          )}
          <Switch
            label="It needs an administrator"
            checked={draft.needs_administrator}
            onChange={(needs_administrator) => set({ needs_administrator })}
          />
          <ParameterList
            parameters={draft.parameters}
            opened={opened}
            onOpen={setOpened}
            onChange={(parameters) => set({ parameters })}
            problemOf={problemOf}
          />
        </div>
        <section className={css('script')} aria-label="The script">
          <CodeEditor
            ref={code}
            label="Script"
            language={draft.language}
            initialText={initial.body}
            problems={problems}
            invalid={bodyProblem !== undefined}
            describedBy={problemsId}
            onChange={(body) => set({ body })}
          />
          <div id={problemsId} className={css('problems')}>
            {bodyProblem !== undefined && (
              <p role="alert" className={css('error')}>
                {bodyProblem}
              </p>
            )}
            {problems.map(({ message, line, blocking }) => (
              <div key={`${line}:${message}`} className={css('problem', blocking && 'blocking')}>
                <TriangleAlert size={13} aria-hidden />
                {line !== null && (
                  <button type="button" onClick={() => code.current?.revealLine(line)}>
                    Line {line}
                  </button>
                )}
                <span>{message}</span>
              </div>
            ))}
          </div>
        </section>
      </div>
      <footer className={css('foot')}>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <Button variant="primary" keys="Mod+Enter" busy={save.isPending} onClick={submit}>
          {templateKey === null ? 'Make template' : 'Save template'}
        </Button>
      </footer>
    </div>
  );
}

function firstBelow(wrong: Readonly<Record<string, string>>, path: string): string | undefined {
  return Object.entries(wrong).find(([field]) => field.startsWith(path))?.[1];
}
