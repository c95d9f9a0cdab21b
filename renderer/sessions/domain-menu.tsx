import type { Session } from '../../shared/domain/session.ts';
import { useCall } from '../bridge/queries.ts';
import { Chip, ChipButton } from '../ui/chip.tsx';
import { ChoiceMenu } from '../ui/menu.tsx';
import { toastError } from '../ui/toast.tsx';
import { DOMAIN_WORDS, optionsOf } from '../ui/words.ts';

/** The field of work, as a chip that opens the choice. */
export function DomainMenu({ session }: { readonly session: Session }) {
  const update = useCall('sessions.update', { onError: (error) => toastError(error) });
  const word = DOMAIN_WORDS[session.domain];
  if (session.state !== 'active') return <Chip>{word}</Chip>;
  return (
    <ChoiceMenu
      align="end"
      value={session.domain}
      options={optionsOf(DOMAIN_WORDS)}
      onChange={(domain) => update.mutate({ session_id: session.id, domain })}
      trigger={<ChipButton aria-label={`Domain: ${word}`}>{word}</ChipButton>}
    />
  );
}
