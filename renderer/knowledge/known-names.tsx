import { X } from 'lucide-react';
import { useState } from 'react';
import type { KnownName } from '../../shared/domain/known-name.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Section } from '../ui/section.tsx';
import { toastError } from '../ui/toast.tsx';
import { useHoldsWords } from '../ui/unsaved-forms.ts';
import { NAME_KIND_WORDS } from '../ui/words.ts';
import styles from './known-names.module.css';

const css = classesOf(styles);

interface KnownNamesProps {
  readonly sessionId: number;
  readonly names: readonly KnownName[];
  readonly open: boolean;
}

/** Hosts and accounts of the session, and what the customer calls them. Nothing while there are none. */
export function KnownNames({ sessionId, names, open }: KnownNamesProps) {
  if (names.length === 0) return null;
  return (
    <Section title="Known names" count={names.length}>
      <ul className={css('list')}>
        {names.map((known) => (
          <NameRow key={known.name} sessionId={sessionId} known={known} open={open} />
        ))}
      </ul>
    </Section>
  );
}

interface NameRowProps {
  readonly sessionId: number;
  readonly known: KnownName;
  readonly open: boolean;
}

function NameRow({ sessionId, known, open }: NameRowProps) {
  const { name, kind, wording } = known;
  const [edit, setEdit] = useState<string | null>(null);
  useHoldsWords('Known names', edit !== null && edit !== (wording ?? ''));
  const save = useCall('names.set', {
    onSuccess: () => {
      setEdit(null);
      announce('Wording saved.');
    },
    onError: (error) => toastError(error),
  });
  const remove = useCall('names.remove', {
    onSuccess: () => announce('Name removed.'),
    onError: (error) => toastError(error),
  });
  const keep = () => {
    if (edit === null || edit.trim() === (wording ?? '')) return setEdit(null);
    if (!save.isPending) save.mutate({ session_id: sessionId, name, kind, wording: edit });
  };
  return (
    <li className={css('name')}>
      <code className={css('word')} title={name}>
        {name}
      </code>
      <span className={css('kind')}>{NAME_KIND_WORDS[kind]}</span>
      {open ? (
        <input
          className={css('wording')}
          aria-label={`Customer wording of: ${name}`}
          autoComplete="off"
          maxLength={LIMITS.known_name}
          placeholder={kind === 'host' ? 'e.g. the web server' : 'e.g. the scan account'}
          value={edit ?? wording ?? ''}
          onChange={(event) => setEdit(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') keep();
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setEdit(null);
          }}
        />
      ) : (
        <span className={css('said')}>{wording}</span>
      )}
      {open && (
        <IconButton
          size="sm"
          icon={X}
          label={`Remove name: ${name}`}
          hint="Remove name"
          onClick={() => remove.mutate({ session_id: sessionId, name })}
        />
      )}
    </li>
  );
}
