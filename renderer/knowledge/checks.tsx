import { Plus } from 'lucide-react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { NoneKept, Section } from '../ui/section.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useViewState } from '../view-state.ts';
import { AddCheck } from './add-check.tsx';
import { CheckRow } from './check-row.tsx';
import styles from './checks.module.css';

const css = classesOf(styles);

/** What is to be run or looked at: ticking one asks for its result, which becomes a fact. Open ones are the next steps. */
export function Checks({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, checks, facts } = snapshot;
  const open = session.state === 'active';
  const { knowledgeForm, openKnowledgeForm } = useViewState();
  const adding = open && knowledgeForm === 'check';
  const opener = useReturnFocus<HTMLButtonElement>(adding);
  if (!open && checks.length === 0) return null;
  const left = checks.filter(({ state }) => state === 'open');
  const done = checks.filter(({ state }) => state === 'done');
  return (
    <Section
      title="Checks"
      count={left.length}
      action={
        open &&
        !adding && (
          <Button
            ref={opener}
            variant="ghost"
            size="sm"
            icon={Plus}
            onClick={() => openKnowledgeForm('check')}
          >
            Add check
          </Button>
        )
      }
    >
      {checks.length > 0 && (
        <ul className={css('list')}>
          {[...left, ...done].map((check) => (
            <CheckRow
              key={check.id}
              check={check}
              result={facts.find(({ id }) => id === check.fact_id)}
              open={open}
            />
          ))}
        </ul>
      )}
      {checks.length === 0 && !adding && (
        <NoneKept>Your next steps. Add one, or type /next Call the vendor.</NoneKept>
      )}
      {adding && <AddCheck sessionId={session.id} onDone={() => openKnowledgeForm(null)} />}
    </Section>
  );
}
