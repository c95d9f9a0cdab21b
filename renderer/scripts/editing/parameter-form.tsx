import type { ParameterType, TemplateParameter } from '../../../shared/domain/script-template.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { classesOf } from '../../ui/class-names.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { tooLong } from '../../ui/too-long.ts';
import { optionsOf } from '../../ui/words.ts';
import { PARAMETER_TYPE_WORDS } from '../script-words.ts';
import styles from './editing.module.css';
import type { ParameterDraft } from './template-draft.ts';

const css = classesOf(styles);

interface ParameterFormProps {
  readonly parameter: ParameterDraft;
  /** What is wrong with one of its fields, or undefined. */
  readonly problemOf: (field: keyof TemplateParameter) => string | undefined;
  readonly onChange: (change: Partial<ParameterDraft>) => void;
}

/** The fields of one parameter; which there are is a matter of its type. */
export function ParameterForm({ parameter, problemOf, onChange }: ParameterFormProps) {
  const { type } = parameter;
  return (
    <div className={css('fields')}>
      <div className={css('pair')}>
        <TextField
          mono
          label="Variable"
          placeholder="UserName"
          value={parameter.name}
          error={problemOf('name')}
          onChange={(event) => onChange({ name: event.target.value.trim() })}
        />
        <Select
          label="Type"
          value={type}
          options={optionsOf<ParameterType>(PARAMETER_TYPE_WORDS)}
          onChange={(next) => onChange({ type: next })}
        />
      </div>
      <TextField
        label="Label"
        placeholder="User name"
        value={parameter.label}
        error={problemOf('label')}
        onChange={(event) => onChange({ label: event.target.value })}
      />
      <TextField
        label="Help"
        aside="optional"
        value={parameter.help}
        error={problemOf('help')}
        onChange={(event) => onChange({ help: event.target.value })}
      />
      {type === 'choice' && (
        <TextArea
          label="Choices"
          aside="one a line"
          rows={3}
          maxRows={8}
          value={parameter.choices}
          error={problemOf('choices')}
          onChange={(event) => onChange({ choices: event.target.value })}
        />
      )}
      {type === 'number' && (
        <div className={css('pair')}>
          <TextField
            label="Smallest"
            aside="optional"
            inputMode="decimal"
            value={parameter.minimum}
            error={problemOf('minimum')}
            onChange={(event) => onChange({ minimum: event.target.value })}
          />
          <TextField
            label="Largest"
            aside="optional"
            inputMode="decimal"
            value={parameter.maximum}
            error={problemOf('maximum')}
            onChange={(event) => onChange({ maximum: event.target.value })}
          />
        </div>
      )}
      {type === 'switch' ? (
        <Switch
          label="On at first"
          checked={parameter.default_value === 'true'}
          onChange={(on) => onChange({ default_value: String(on) })}
        />
      ) : (
        type !== 'password' && (
          <TextField
            mono
            label="Default"
            aside="optional"
            value={parameter.default_value}
            error={
              tooLong(parameter.default_value, LIMITS.parameter_value) ?? problemOf('default_value')
            }
            onChange={(event) => onChange({ default_value: event.target.value })}
          />
        )
      )}
      {type === 'password' ? (
        <p className={css('quiet')}>
          Passwords have no default. Left empty, the script asks for them when it runs.
        </p>
      ) : (
        type !== 'switch' && (
          <Switch
            label="Must be filled in"
            checked={parameter.required}
            onChange={(required) => onChange({ required })}
          />
        )
      )}
    </div>
  );
}
