import {
  type ChangeEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { cleanText } from '../../shared/text.ts';
import { describeError } from '../ui/errors.ts';
import { savesWithAll } from '../ui/save-all.ts';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { useUnsaved } from '../ui/unsaved-text.ts';

/** A pause in the typing after which a field is saved, for those who stay in it. */
const SAVE_AFTER_MS = 3_000;

/** So long after a field was saved its note is usually there. */
const NOTE_FOLLOWS_MS = 800;

let saving = 0;

/** Whether a field is being saved, or was a moment ago: the note that shows it is still to come. */
export function isSavingFields(): boolean {
  return saving > 0;
}

interface SavedFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  /** Tells the field from all others of the window. */
  readonly name: string;
  /** As it is on record. */
  readonly value: string;
  readonly limit: number;
  readonly placeholder?: string;
  /** It may be as long as a sentence or two. */
  readonly long?: boolean;
  readonly onFocus?: (() => void) | undefined;
  readonly save: (text: string) => Promise<unknown>;
}

/**
 * A field of the record on the sheet of a note: saved when it is left, on Enter and after a pause.
 * What was typed stays here until the record has it, even if the note cannot be made or this sheet is closed.
 */
export function SavedField(props: SavedFieldProps) {
  const { label, labelHidden = false, name, value, limit, placeholder, long = false, save } = props;
  const { values, set, clear, touched } = useUnsaved(`note-field:${name}`, { text: value });
  const { text } = values;
  const [error, setError] = useState<string>();
  /** Not sent twice, and an older text that is under way is not the last word. */
  const sent = useRef<string>(undefined);
  const isShown = useRef(false);

  async function flush(): Promise<boolean> {
    const typed = text.trim();
    if (typed === (sent.current ?? value)) return error === undefined;
    sent.current = typed;
    saving += 1;
    try {
      await save(typed);
      setError(undefined);
      if (!isShown.current) clear();
      setTimeout(() => {
        saving -= 1;
      }, NOTE_FOLLOWS_MS);
      return true;
    } catch (failure) {
      saving -= 1;
      sent.current = undefined;
      setError(describeError(failure));
      return false;
    }
  }

  const flushNow = useEffectEvent(flush);
  useEffect(() => {
    if (touched && text === value) clear();
  }, [touched, text, value, clear]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the record has now is what counts
  useEffect(() => {
    sent.current = undefined;
  }, [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => void flushNow(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, value]);
  useEffect(() => {
    isShown.current = true;
    const leave = () => void flushNow();
    const stop = savesWithAll(() => flushNow());
    window.addEventListener('pagehide', leave);
    return () => {
      stop();
      window.removeEventListener('pagehide', leave);
      isShown.current = false;
      leave();
    };
  }, []);

  const box = {
    label,
    labelHidden,
    placeholder,
    error,
    maxLength: limit,
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      set('text', cleanText(event.target.value).text),
    onFocus: props.onFocus,
    onBlur: () => {
      if (touched) set('text', text.trim());
      void flush();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
      event.preventDefault();
      void flush();
    },
  };
  return long ? <TextArea rows={1} maxRows={4} {...box} /> : <TextField {...box} />;
}
