import type { ChangeEvent, KeyboardEvent } from 'react';
import type { TemplateParameter } from '../../../shared/domain/script-template.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { tooLong } from '../../ui/too-long.ts';
import { boundsWords } from './first-values.ts';
import { PasswordField } from './password-field.tsx';

interface ParameterFieldProps {
  readonly parameter: TemplateParameter;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
  /** It was left: from now on its problem may be told. */
  readonly onTouch: () => void;
  readonly onSubmit: () => void;
}

const ASKED_LATER = 'Leave it empty and the script asks for it when it runs.';
const NOT_CHOSEN = '';

/** The field of one parameter, by its type. */
export function ParameterField(props: ParameterFieldProps) {
  const { parameter, value, onChange, onTouch, onSubmit } = props;
  const { label, help, type, required } = parameter;
  const error = tooLong(value, LIMITS.parameter_value) ?? props.problem;
  const text = { label, error, ...(required ? {} : { aside: 'optional' }) };
  const field = {
    ...text,
    hint: help || undefined,
    value,
    onBlur: onTouch,
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value),
  };
  switch (type) {
    case 'switch':
      return (
        <Switch
          label={label}
          hint={help}
          checked={value === 'true'}
          onChange={(on) => onChange(String(on))}
        />
      );
    case 'choice':
      return (
        <Select
          {...text}
          hint={help || undefined}
          value={value}
          options={choicesOf(parameter)}
          onChange={(choice) => {
            onChange(choice);
            onTouch();
          }}
        />
      );
    case 'password':
      return (
        <PasswordField
          label={label}
          aside="optional"
          hint={help || ASKED_LATER}
          value={value}
          error={error}
          onChange={onChange}
          onBlur={onTouch}
        />
      );
    case 'number':
      return <TextField {...field} aside={asideOfNumber(parameter)} inputMode="decimal" mono />;
    case 'host':
      return <TextField {...field} mono placeholder="Name or IP address" />;
    case 'string':
      return (
        <TextArea
          {...text}
          hint={help || undefined}
          value={value}
          rows={1}
          maxRows={8}
          mono
          onBlur={onTouch}
          onKeyDown={(event: KeyboardEvent) => {
            // Shift makes the line; Enter alone submits as in any other field.
            if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
            if (event.nativeEvent.isComposing) return;
            event.preventDefault();
            onSubmit();
          }}
          onChange={(event) => onChange(withoutPastedEnd(event))}
        />
      );
  }
}

/** A name copied from a table brings a line break along, which no account has at its end. */
function withoutPastedEnd({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): string {
  const pasted = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertFromPaste';
  return pasted ? target.value.replace(/[\r\n]+$/, '') : target.value;
}

function choicesOf({ choices, required, default_value }: TemplateParameter) {
  const options = choices.map((choice) => ({ value: choice, label: choice }));
  if (required && default_value !== '') return options;
  return [
    { value: NOT_CHOSEN, label: required ? 'Choose one' : 'None', disabled: required },
    ...options,
  ];
}

function asideOfNumber(parameter: TemplateParameter): string {
  const words = [boundsWords(parameter), ...(parameter.required ? [] : ['optional'])];
  return words.filter(Boolean).join(' · ');
}
