import { useState } from 'react';
import { HAND_OFF_FIELDS, type HandOffField, type Session } from '../../shared/domain/session.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useHoldsWords } from '../ui/unsaved-forms.ts';
import { useFormKeys } from '../ui/use-form-keys.ts';
import { ESCALATION_REASON_WORDS, HAND_OFF_WORDS, optionsOf } from '../ui/words.ts';
import { DecidedLine } from './decided-line.tsx';
import { handOffInput, reasonOf } from './hand-off-values.ts';
import { type ProposalOf, unsupportedIn } from './open-proposals.ts';
import { ProposalCard } from './proposal-card.tsx';
import styles from './proposals.module.css';
import { UnsupportedWords } from './unsupported-words.tsx';
import { useReject } from './use-reject.ts';

const css = classesOf(styles);

const WORDS = { open: 'Not decided', confirmed: 'Saved', rejected: 'Rejected' } as const;

/** No reason is the choice of a proposal that names none of ours. */
const REASONS = [{ value: '', label: 'Not set' }, ...optionsOf(ESCALATION_REASON_WORDS)] as const;

/** A value as it reads on the screen. */
function valueWords(field: HandOffField, value: string): string {
  const reason = field === 'escalation_reason' ? reasonOf(value) : undefined;
  return reason === undefined ? value : ESCALATION_REASON_WORDS[reason];
}

interface HandOffProposalProps {
  readonly proposal: ProposalOf<'hand_off'>;
  readonly session: Session;
}

/** Hand-off fields as the copilot would fill them in: each can be reworded, confirming saves them all. */
export function HandOffProposal({ proposal, session }: HandOffProposalProps) {
  const { fields, unsupported } = proposal.proposed;
  const [edited, setEdited] = useState<Partial<Record<HandOffField, string>>>({});
  const values = fields.map(({ field, value }) => ({ field, value: edited[field] ?? value }));
  const { rejecting, reject } = useReject(proposal.id);
  const update = useCall('sessions.update', { onSuccess: () => announce('Hand-off saved.') });
  const undecided = proposal.state === 'open' && session.state === 'active';
  useHoldsWords('Hand-off', undecided && Object.keys(edited).length > 0);
  const wrong = values.some(({ value }) => tooLong(value, LIMITS.hand_off_field) !== undefined);
  const save = () => {
    if (update.isPending || wrong) return;
    update.mutate({ session_id: session.id, proposal_id: proposal.id, ...handOffInput(values) });
  };
  const form = useFormKeys({ onSubmit: save });
  if (!undecided) {
    const text = fields
      .map(({ field, value }) => `${HAND_OFF_WORDS[field]}: ${valueWords(field, value)}`)
      .join('; ');
    return <DecidedLine state={proposal.state} word={WORDS[proposal.state]} text={text} />;
  }
  const busy = update.isPending || rejecting;
  const problem = formError(update.error, HAND_OFF_FIELDS);
  const set = (field: HandOffField, value: string) => setEdited({ ...edited, [field]: value });
  const all = values.map(({ value }) => value).join('\n');
  return (
    <form {...form}>
      <ProposalCard
        kind="hand_off"
        label="Proposed hand-off"
        long
        buttons={
          <>
            <Button size="sm" type="submit" busy={busy}>
              Confirm all
            </Button>
            <Button size="sm" variant="ghost" busy={busy} onClick={reject}>
              Reject
            </Button>
          </>
        }
      >
        <p className={css('kind')}>Hand-off. An empty field is left as it is.</p>
        {problem && <ErrorNotice error={problem} />}
        <div className={css('fields')}>
          {values.map(({ field, value }) =>
            field === 'escalation_reason' ? (
              <Select
                key={field}
                label={HAND_OFF_WORDS[field]}
                size="sm"
                value={reasonOf(value) ?? ''}
                options={REASONS}
                onChange={(reason) => set(field, reason)}
              />
            ) : (
              <TextField
                key={field}
                label={HAND_OFF_WORDS[field]}
                value={value}
                error={tooLong(value, LIMITS.hand_off_field) ?? fieldError(update.error, field)}
                onChange={(event) => set(field, event.target.value)}
              />
            ),
          )}
        </div>
        <UnsupportedWords words={unsupportedIn(all, unsupported)} />
      </ProposalCard>
    </form>
  );
}
