import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Session } from '../../shared/domain/session.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { fieldError } from '../ui/errors.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { tooLong } from '../ui/too-long.ts';
import styles from './session-header.module.css';

const css = classesOf(styles);

/** The title, edited where it stands: Enter or leaving saves, Escape takes the edit back. */
export function TitleEditor({ session }: { readonly session: Session }) {
  const [edit, setEdit] = useState<string | null>(null);
  const update = useCall('sessions.update', {
    onSuccess: () => setEdit(null),
    onError: (error) => {
      const message = fieldError(error, 'title');
      if (message === undefined) toastError(error);
      else toast({ title: message, tone: 'danger' });
    },
  });
  const open = session.state === 'active';

  useEffect(() => {
    document.title = `${session.title} – ResolutionFlow`;
    return () => {
      document.title = 'ResolutionFlow';
    };
  }, [session.title]);

  const save = () => {
    if (edit === null || edit.trim() === session.title) return setEdit(null);
    const problem = tooLong(edit, LIMITS.title);
    if (problem !== undefined) toast({ title: problem, tone: 'danger' });
    else if (edit.trim() === '') setEdit(null);
    else update.mutate({ session_id: session.id, title: edit });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') {
      event.preventDefault();
      const box = event.currentTarget;
      setEdit(null);
      // After the edit is gone, or leaving would save it.
      requestAnimationFrame(() => box.blur());
    }
  };

  return (
    <input
      className={css('title')}
      aria-label="Title"
      autoComplete="off"
      readOnly={!open}
      title={session.title}
      value={edit ?? session.title}
      onChange={(event) => setEdit(event.target.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  );
}
