import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { classesOf } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './filling.module.css';

const css = classesOf(styles);

interface PasswordFieldProps {
  readonly label: string;
  readonly aside: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

/** A password that nothing fills in or remembers; it can be looked at while it is typed. */
export function PasswordField({ label, onChange, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className={css('password')}>
      <TextField
        {...field}
        label={label}
        mono
        type={shown ? 'text' : 'password'}
        placeholder="Empty: the script asks for it"
        autoComplete="new-password"
        autoCapitalize="off"
        spellCheck={false}
        className={css('secret')}
        onChange={(event) => onChange(event.target.value)}
      />
      <IconButton
        size="sm"
        icon={shown ? EyeOff : Eye}
        label={shown ? `Hide ${label}` : `Show ${label}`}
        pressed={shown}
        className={css('reveal')}
        onClick={() => setShown(!shown)}
      />
    </div>
  );
}
