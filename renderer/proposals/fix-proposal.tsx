import { useState } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { useCall } from '../bridge/queries.ts';
import { FixForm, type FixValues } from '../knowledge/fix-form.tsx';
import { ReplaceQuestion } from '../knowledge/replace-question.tsx';
import { useReplaceQuestion } from '../knowledge/use-replace-question.ts';
import { announce } from '../ui/announcer.tsx';
import { classesOf } from '../ui/class-names.ts';
import { LongText } from '../ui/long-text.tsx';
import { toastError } from '../ui/toast.tsx';
import { useHoldsWords } from '../ui/unsaved-forms.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { DecidedLine } from './decided-line.tsx';
import { type ProposalOf, unsupportedIn } from './open-proposals.ts';
import { DecisionButtons, ProposalCard } from './proposal-card.tsx';
import styles from './proposals.module.css';
import { UnsupportedWords } from './unsupported-words.tsx';
import { useReject } from './use-reject.ts';

const css = classesOf(styles);

const WORDS = { open: 'Not decided', confirmed: 'Suggested', rejected: 'Rejected' } as const;

/** What is longer takes the whole width. */
const LONG = 240;

interface FixProposalProps {
  readonly proposal: ProposalOf<'fix'>;
  /** The fix that confirming would supersede. */
  readonly active: SuggestedFix | undefined;
  readonly open: boolean;
}

/** A fix that the copilot proposes. Only confirming it supersedes the active one. */
export function FixProposal({ proposal, active, open }: FixProposalProps) {
  const { title, description, confidence, unsupported } = proposal.proposed;
  const [edited, setEdited] = useState<FixValues | null>(null);
  useHoldsWords('Edit fix', edited !== null);
  const editor = useReturnFocus<HTMLButtonElement>(edited !== null);
  const { rejecting, reject } = useReject(proposal.id);
  const suggest = useCall('fixes.suggest', {
    onSuccess: () => {
      setEdited(null);
      announce('Fix suggested.');
    },
    onError: (error) => {
      // The form says it in its own place.
      if (edited === null) toastError(error);
    },
  });
  const { replace, question } = useReplaceQuestion(active, (fix) =>
    suggest.mutate({ session_id: proposal.session_id, proposal_id: proposal.id, ...fix }),
  );

  if (proposal.state !== 'open' || !open) {
    const word = WORDS[proposal.state];
    return <DecidedLine state={proposal.state} word={word} text={`${title}, ${confidence}%`} />;
  }
  const replaces = active && `Replaces the fix “${active.title}”.`;
  return (
    <>
      {edited === null ? (
        <ProposalCard
          kind="fix"
          label="Proposed fix"
          long={title.length + description.length > LONG}
          buttons={
            <DecisionButtons
              about={title}
              confirming={suggest.isPending}
              rejecting={rejecting}
              onConfirm={() => replace({ title, description, confidence })}
              onEdit={() => setEdited({ title, description, confidence: String(confidence) })}
              onReject={reject}
              editRef={editor}
            />
          }
        >
          <p className={css('kind')}>Suggested fix · {confidence}%</p>
          <h3 className={css('title')}>{title}</h3>
          {description && <LongText text={description} className={css('more')} />}
          <UnsupportedWords words={unsupportedIn(`${title}\n${description}`, unsupported)} />
          {replaces && <p className={css('kind')}>{replaces}</p>}
        </ProposalCard>
      ) : (
        <FixForm
          values={edited}
          set={(name, value) => setEdited({ ...edited, [name]: value })}
          submitLabel="Confirm"
          busy={suggest.isPending}
          error={suggest.error}
          onCancel={() => setEdited(null)}
          onSubmit={(sure) =>
            replace({ title: edited.title, description: edited.description, confidence: sure })
          }
          {...(replaces === undefined ? {} : { remark: replaces })}
        />
      )}
      <ReplaceQuestion question={question} />
    </>
  );
}
