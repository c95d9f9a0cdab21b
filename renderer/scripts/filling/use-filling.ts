import { useMemo, useState } from 'react';
import type { ScriptTemplate } from '../../../shared/domain/script-template.ts';
import { useUnsaved } from '../../ui/unsaved-text.ts';
import { firstValues } from './first-values.ts';

/**
 * What stands in the fields of a template. It outlives the dialog, so that a look elsewhere loses
 * nothing; passwords do not: they go with the form.
 */
export function useFilling(
  template: ScriptTemplate,
  proposed: Readonly<Record<string, string>>,
  form: string,
) {
  const { parameters } = template;
  const first = useMemo(() => firstValues(parameters, proposed), [parameters, proposed]);
  const secret = useMemo(
    () => new Set(parameters.filter(({ type }) => type === 'password').map(({ name }) => name)),
    [parameters],
  );
  const { values: typed, set, clear, touched: changed } = useUnsaved(form, first);
  const [passwords, setPasswords] = useState<Readonly<Record<string, string>>>({});
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());

  const values = Object.fromEntries(
    parameters.map(({ name }) => [name, (secret.has(name) ? passwords[name] : typed[name]) ?? '']),
  );

  return {
    values,
    touched,
    changed: changed || Object.values(passwords).some((password) => password !== ''),
    write(name: string, value: string) {
      if (secret.has(name)) setPasswords((known) => ({ ...known, [name]: value }));
      else set(name, value);
    },
    touch: (names: readonly string[]) => setTouched((known) => new Set([...known, ...names])),
    reset() {
      clear();
      setPasswords({});
      setTouched(new Set());
    },
  };
}
