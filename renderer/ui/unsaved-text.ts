import { useCallback } from 'react';
import { create } from 'zustand';

type Values = Readonly<Record<string, string>>;

/**
 * What was typed into a form and not yet saved, by form. It lives outside the form, so that closing
 * a dialog by mistake or looking at another session loses nothing; it ends with the window.
 */
const useStore = create<Readonly<Record<string, Values>>>()(() => ({}));

/** One form from outside of it: for what fills it in on another's behalf. */
export function unsavedOf(form: string) {
  return {
    touched: () => Object.keys(useStore.getState()[form] ?? {}).length > 0,
    set: (values: Values) =>
      useStore.setState((store) => ({ [form]: { ...store[form], ...values } })),
  };
}

/** The forms that hold words, by the names that they have here. */
export function unsavedForms(): readonly string[] {
  return Object.entries(useStore.getState()).flatMap(([form, values]) =>
    Object.values(values).some((value) => value.trim() !== '') ? [form] : [],
  );
}

/** The fields of one form: what was typed, else what the form starts with. */
export function useUnsaved<Fields extends Values>(form: string, initial: Fields) {
  const typed = useStore((store) => store[form]);
  const values = { ...initial, ...typed } as Fields;

  const set = useCallback(
    <Name extends keyof Fields & string>(name: Name, value: Fields[Name]) =>
      useStore.setState((store) => ({ [form]: { ...store[form], [name]: value } })),
    [form],
  );
  const clear = useCallback(() => useStore.setState({ [form]: {} }), [form]);

  return { values, set, clear, touched: typed !== undefined && Object.keys(typed).length > 0 };
}
