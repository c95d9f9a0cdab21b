import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AiAction } from '../../shared/domain/ai.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { useAiModels, useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { describeError } from '../ui/errors.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DEFAULT_MODEL, DEFAULT_REVIEW_MODEL } from './ai-defaults.ts';
import styles from './ai-settings.module.css';
import { Findable } from './findable.tsx';
import { ANOTHER_MODEL, modelChoices } from './model-choices.ts';

const css = classesOf(styles);

const ACTIONS: readonly {
  readonly action: AiAction;
  readonly setting: `${AiAction}_model`;
  readonly words: string;
  readonly byDefault: string;
}[] = [
  {
    action: 'resolution_note',
    setting: 'resolution_note_model',
    words: 'Resolution note',
    byDefault: DEFAULT_MODEL,
  },
  {
    action: 'escalation_package',
    setting: 'escalation_package_model',
    words: 'Escalation package',
    byDefault: DEFAULT_MODEL,
  },
  { action: 'copilot', setting: 'copilot_model', words: 'Copilot', byDefault: DEFAULT_MODEL },
  {
    action: 'note_review',
    setting: 'note_review_model',
    words: 'Second reader',
    byDefault: DEFAULT_REVIEW_MODEL,
  },
];

/** Which model does what. */
export function ModelSettings({ settings }: { readonly settings: Settings }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that these rows have no use for
    <div className={css('models')} role="group" aria-label="Models">
      {ACTIONS.map(({ action, setting, words, byDefault }) => (
        <Findable
          key={action}
          title={`Model for the ${words.toLowerCase()}`}
          words="claude sonnet opus haiku"
          settings={[setting]}
        >
          <ModelSetting
            setting={setting}
            words={words}
            byDefault={byDefault}
            current={settings[setting]}
          />
        </Findable>
      ))}
    </div>
  );
}

interface ModelSettingProps {
  readonly setting: `${AiAction}_model`;
  readonly words: string;
  readonly byDefault: string;
  readonly current: string;
}

function ModelSetting({ setting, words, byDefault, current }: ModelSettingProps) {
  const models = useAiModels();
  const [typed, setTyped] = useState<string>();
  const save = useCall('settings.update', { onSuccess: () => setTyped(undefined) });
  const choose = (model: string) => {
    save.reset();
    if (model === ANOTHER_MODEL) setTyped('');
    else save.mutate({ [setting]: model });
  };
  return (
    <div className={css('model')}>
      <Select
        label={`Model for the ${words.toLowerCase()}`}
        labelHidden
        size="sm"
        value={typed === undefined ? current : ANOTHER_MODEL}
        options={modelChoices(current, byDefault, models.data?.models ?? [])}
        onChange={choose}
      />
      <span className={css('action')} aria-hidden>
        {`Model for the ${words.toLowerCase()}`}
      </span>
      {typed === undefined && save.error && (
        <p role="alert" className={css('bad', 'wrong')}>
          {describeError(save.error)}
        </p>
      )}
      {typed !== undefined && (
        <OtherModel
          typed={typed}
          words={words}
          busy={save.isPending}
          error={save.error ? describeError(save.error) : undefined}
          onType={setTyped}
          onCancel={() => setTyped(undefined)}
          onSave={() => save.mutate({ [setting]: typed.trim() })}
        />
      )}
    </div>
  );
}

interface OtherModelProps {
  readonly typed: string;
  readonly words: string;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onType: (typed: string) => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}

/** A model that the list does not name, by its name. */
function OtherModel({ typed, words, busy, error, onType, onCancel, onSave }: OtherModelProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSave();
  };
  return (
    <form className={css('other')} onSubmit={submit} noValidate>
      <div className={css('grow')}>
        <TextField
          ref={field}
          mono
          label={`Name of the model for the ${words.toLowerCase()}`}
          labelHidden
          placeholder="As the API takes it"
          value={typed}
          error={error}
          onChange={(event) => onType(event.target.value)}
        />
      </div>
      <Button variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" busy={busy}>
        Save
      </Button>
    </form>
  );
}
