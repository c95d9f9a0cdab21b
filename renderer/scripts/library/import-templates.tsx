import { X } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { AppError } from '../../../shared/errors.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { invoke } from '../../bridge/client.ts';
import { Announced } from '../../ui/announced.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { importedWords } from '../script-words.ts';
import styles from './template-list.module.css';

const css = classesOf(styles);

interface Importing {
  readonly busy: boolean;
  /** What came of the last file, in words; an error where it was not taken. */
  readonly result: { readonly words: string } | { readonly error: unknown } | undefined;
  readonly forget: () => void;
  readonly choose: () => void;
  /** The hidden file box behind the button. */
  readonly input: ReactNode;
}

/** Reads templates from a file that the person chooses. */
export function useImport(): Importing {
  const box = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Importing['result']>();

  async function read(file: File): Promise<void> {
    setBusy(true);
    setResult(undefined);
    try {
      const answer = await invoke('templates.import', { text: await textOf(file) });
      setResult({ words: importedWords(answer) });
    } catch (error) {
      setResult({ error });
    } finally {
      setBusy(false);
    }
  }

  return {
    busy,
    result,
    forget: () => setResult(undefined),
    choose: () => box.current?.click(),
    input: (
      <input
        ref={box}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="File with templates"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file can be chosen again.
          target.value = '';
          if (file !== undefined) void read(file);
        }}
      />
    ),
  };
}

async function textOf(file: File): Promise<string> {
  if (file.size > LIMITS.template_import) {
    throw new AppError(
      'INVALID_INPUT',
      'This file is too large for script templates. Nothing was imported.',
    );
  }
  try {
    return await file.text();
  } catch {
    throw new AppError('INVALID_INPUT', `“${file.name}” cannot be read. Choose it again.`);
  }
}

/** What came of the last import, until it is closed. */
export function ImportNotice({ importing }: { readonly importing: Importing }) {
  const { result, forget } = importing;
  if (result === undefined) return null;
  const close = <IconButton size="sm" icon={X} label="Dismiss" hint={null} onClick={forget} />;
  if ('error' in result) {
    return (
      <div className={css('notice')}>
        <ErrorNotice error={result.error} actions={close} />
      </div>
    );
  }
  return (
    <div className={css('notice', 'done')}>
      <Announced words={result.words} />
      {close}
    </div>
  );
}
