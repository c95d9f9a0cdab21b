import { useState } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { EditFact } from '../knowledge/edit-fact.tsx';
import { announce } from '../ui/announcer.tsx';
import { LongText } from '../ui/long-text.tsx';
import { Tag } from '../ui/tag.tsx';
import { toastError } from '../ui/toast.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { DecidedLine } from './decided-line.tsx';
import { FactDecision } from './fact-decision.tsx';
import { type ProposalOf, unsupportedIn } from './open-proposals.ts';
import { ProposalCard } from './proposal-card.tsx';
import { UnsupportedWords } from './unsupported-words.tsx';

/** What is longer takes the whole width. */
const LONG = 180;

interface FactProposalProps {
  readonly proposal: ProposalOf<'fact'>;
  /** The row among the facts; absent once it was rejected. */
  readonly fact: Fact | undefined;
  readonly open: boolean;
}

/** A fact that the copilot proposes, where it said so. */
export function FactProposal({ proposal, fact, open }: FactProposalProps) {
  const { proposed, state } = proposal;
  const [editing, setEditing] = useState(false);
  const editor = useReturnFocus<HTMLButtonElement>(editing);
  const restore = useCall('facts.restore', {
    onSuccess: () => announce('The fact is back among what we know.'),
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
      long={fact.text.length > LONG}
      aside={<Tag>{fact.source_type}</Tag>}
      buttons={<FactDecision fact={fact} onEdit={() => setEditing(true)} editRef={editor} />}
    >
      <LongText text={fact.text} className="" />
      <UnsupportedWords words={unsupportedIn(fact.text, proposed.unsupported)} />
    </ProposalCard>
  );
}
