import { Copy, Save } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { ScriptTemplate } from '../../../shared/domain/script-template.ts';
import { Button } from '../../ui/button.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { isSubmitKey } from '../../ui/shortcuts.ts';
import { CodeView } from '../code/code-view.tsx';
import { LANGUAGE_WORDS } from '../script-words.ts';
import { TemplateTraits } from '../template-traits.tsx';
import styles from './filling.module.css';
import { shownProblems } from './first-values.ts';
import { ParameterField } from './parameter-field.tsx';
import { type ThenDo, useAddScript } from './use-add-script.ts';
import { useFilling } from './use-filling.ts';
import { useScriptPreview } from './use-script-preview.ts';

const css = classesOf(styles);

interface FillTemplateProps {
  readonly template: ScriptTemplate;
  readonly proposed: Readonly<Record<string, string>>;
  readonly proposalId: number | null;
  /** The session that the script is for; null where none is open, or only a closed one. */
  readonly sessionId: number | null;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** A template's fields beside the script that they make. */
export function FillTemplate(props: FillTemplateProps) {
  const { template, proposed, proposalId, sessionId, onBack, onDone } = props;
  const form = useRef<HTMLFormElement>(null);
  const noSession = useId();
  const filling = useFilling(
    template,
    proposed,
    `fill:${sessionId ?? 'none'}:${template.key}:${proposalId ?? ''}`,
  );
  const { preview, error } = useScriptPreview(template.key, filling.values);
  const shown = useMemo(
    () => shownProblems(preview?.problems ?? [], filling.touched),
    [preview, filling.touched],
  );
  const adding = useAddScript({
    sessionId,
    templateKey: template.key,
    proposalId,
    onProblems(problems) {
      filling.touch(problems.map(({ parameter }) => parameter));
      const first = template.parameters.find(({ name }) =>
        problems.some(({ parameter }) => parameter === name),
      );
      if (first !== undefined) focusField(form.current, first.name);
    },
    onAdded() {
      filling.reset();
      onDone();
    },
  });

  const addButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Without a field the keys begin at the button, or Ctrl/⌘+Enter would go past this view.
    const first = form.current?.querySelector<HTMLElement>(FIELD);
    (first ?? addButton.current)?.focus();
  }, []);

  const add = (then: ThenDo) => void adding.add(filling.values, then);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSubmitKey(event)) return;
    event.preventDefault();
    add('nothing');
  };
  const needsSession = sessionId === null ? { disabled: true, 'aria-describedby': noSession } : {};
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chord works anywhere in here
    <div className={css('filling')} onKeyDown={onKeyDown}>
      <div className={css('panes')}>
        <form
          ref={form}
          className={css('form')}
          noValidate
          autoComplete="off"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            add('nothing');
          }}
        >
          {template.description !== '' && (
            <LongText text={template.description} className={css('about')} />
          )}
          <TemplateTraits template={template} />
          {template.undo !== '' && (
            <LongText text={`To undo it: ${template.undo}`} className={css('undo')} />
          )}
          {adding.error !== null && <ErrorNotice error={adding.error} />}
          {template.parameters.map((parameter) => (
            <div key={parameter.name} data-parameter={parameter.name}>
              <ParameterField
                parameter={parameter}
                value={filling.values[parameter.name] ?? ''}
                problem={shown.get(parameter.name)}
                onChange={(value) => filling.write(parameter.name, value)}
                onTouch={() => filling.touch([parameter.name])}
                onSubmit={() => add('nothing')}
              />
            </div>
          ))}
          {template.parameters.length === 0 && (
            <p className={css('none')}>Nothing to fill in: it runs as it stands.</p>
          )}
          {/* Enter in a one-line field submits through this button. */}
          <button type="submit" hidden tabIndex={-1} aria-hidden />
        </form>
        <section className={css('preview')} aria-label="The script">
          {error !== null && <ErrorNotice error={error} />}
          <CodeView
            label={`Script in ${LANGUAGE_WORDS[template.language]}`}
            language={template.language}
            text={preview?.script ?? ''}
          />
        </section>
      </div>
      <footer className={css('foot')}>
        <Button variant="ghost" onClick={onBack}>
          All templates
        </Button>
        <p id={noSession} className={css('remark')}>
          {sessionId === null
            ? 'Open an active session to add it there.'
            : 'Adds the script to this session. You run it, then record the result.'}
        </p>
        <Button
          icon={Save}
          busy={adding.busy === 'save'}
          {...needsSession}
          onClick={() => add('save')}
        >
          Save as…
        </Button>
        <Button
          icon={Copy}
          busy={adding.busy === 'copy'}
          {...needsSession}
          onClick={() => add('copy')}
        >
          Copy
        </Button>
        <Button
          ref={addButton}
          variant="primary"
          keys="Mod+Enter"
          busy={adding.busy === 'nothing'}
          {...needsSession}
          onClick={() => add('nothing')}
        >
          Add to session
        </Button>
      </footer>
    </div>
  );
}

/** The control of a parameter; some have a hidden box beside it. */
const FIELD = '[data-parameter] :is(input:not([aria-hidden]), textarea, button)';

function focusField(form: HTMLFormElement | null, name: string): void {
  const field = [...(form?.querySelectorAll<HTMLElement>(FIELD) ?? [])].find(
    (control) => control.closest<HTMLElement>('[data-parameter]')?.dataset.parameter === name,
  );
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
