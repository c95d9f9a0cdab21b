import { useState } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { EditFact } from '../knowledge/edit-fact.tsx';
import { RoleButton } from '../knowledge/fact-controls.tsx';
import { nameOf } from '../knowledge/fact-rules.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { LongText } from '../ui/long-text.tsx';
import { toastError } from '../ui/toast.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { ROLE_WORDS, SOURCE_TYPE_WORDS } from '../ui/words.ts';
import { DecidedLine } from './decided-line.tsx';
import { FactDecision } from './fact-decision.tsx';
import { type ProposalOf, unsupportedIn } from './open-proposals.ts';
import { ProposalCard } from './proposal-card.tsx';
import styles from './proposals.module.css';
import { UnsupportedWords } from './unsupported-words.tsx';

const css = classesOf(styles);

/** What is longer takes the whole width. */
const LONG = 180;

interface FactProposalProps {
  readonly proposal: ProposalOf<'fact'>;
  /** The row among the facts; absent once it was rejected. */
  readonly fact: Fact | undefined;
  readonly open: boolean;
}

/** A fact that the copilot proposes, with its role and its words for the customer. */
export function FactProposal({ proposal, fact, open }: FactProposalProps) {
  const { proposed, state } = proposal;
  const [editing, setEditing] = useState(false);
  const editor = useReturnFocus<HTMLButtonElement>(editing);
  const restore = useCall('facts.restore', {
    onSuccess: () => announce('Fact restored.'),
    onError: (error) => toastError(error),
  });
  const update = useCall('facts.update', {
    onSuccess: ({ role }) => announce(`${ROLE_WORDS[role]}.`),
    onError: (error) => toastError(error),
  });

  if (fact === undefined) {
    const undo = open ? () => restore.mutate({ fact_id: proposed.fact_id }) : undefined;
    return <DecidedLine state="rejected" word="Rejected" text={proposed.text} onUndo={undo} />;
  }
  if (fact.status === 'confirmed') {
    return <DecidedLine state="confirmed" word="Confirmed" text={fact.text} />;
  }
  if (!open) return <DecidedLine state={state} word="Not decided" text={fact.text} />;
  if (editing) return <EditFact fact={fact} onDone={() => setEditing(false)} />;
  return (
    <ProposalCard
      kind="fact"
      label="Proposed fact"
      long={fact.text.length > LONG || fact.customer_wording !== null}
      aside={
        <span className={css('kind')}>
          {SOURCE_TYPE_WORDS[fact.source_type]}{' '}
          <RoleButton
            about={nameOf(fact.text)}
            role={fact.role}
            onChange={(role) => update.mutate({ fact_id: fact.id, role })}
          />
        </span>
      }
      buttons={<FactDecision fact={fact} onEdit={() => setEditing(true)} editRef={editor} />}
    >
      <LongText text={fact.text} className="" />
      {fact.customer_wording && <p className={css('more')}>Customer: {fact.customer_wording}</p>}
      <UnsupportedWords
        words={unsupportedIn(`${fact.text}\n${fact.customer_wording ?? ''}`, proposed.unsupported)}
      />
    </ProposalCard>
  );
}
