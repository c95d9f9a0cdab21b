import { CircleArrowUp, CircleCheck } from 'lucide-react';
import type { Session, SessionListItem } from '../../shared/domain/session.ts';
import { classesOf } from '../ui/class-names.ts';
import { DOMAIN_WORDS } from '../ui/words.ts';
import styles from './session-state-mark.module.css';

const css = classesOf(styles);

/** The state as a small mark that differs in shape, not only in colour. Words stand beside it. */
export function SessionStateMark({ state }: Pick<Session, 'state'>) {
  if (state === 'resolved')
    return <CircleCheck size={13} aria-hidden className={css('resolved')} />;
  if (state === 'escalated')
    return <CircleArrowUp size={13} aria-hidden className={css('escalated')} />;
  return <span className={css('active')} aria-hidden />;
}

/** What the second line of a session says: where it stands and to what it belongs. */
export function sessionStateWords(session: SessionListItem): string {
  const ticket = session.ticket_ref === null ? null : `CW #${session.ticket_ref}`;
  const domain = DOMAIN_WORDS[session.domain];
  switch (session.state) {
    case 'active':
      return ticket === null ? domain : `${ticket} · ${domain}`;
    case 'resolved':
      return ticket === null ? 'Resolved locally' : `Resolved · ${ticket}`;
    case 'escalated':
      return ticket === null ? 'Escalated locally' : `Escalated · ${ticket}`;
  }
}
