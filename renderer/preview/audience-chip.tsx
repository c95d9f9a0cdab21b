import { Eye, Lock } from 'lucide-react';
import type { NoteKind } from '../../shared/domain/note.ts';
import { Chip } from '../ui/chip.tsx';
import { AUDIENCES, EXPOSED } from './posting-words.ts';

interface AudienceChipProps {
  readonly kind: NoteKind;
  /** It was meant for staff and ended up where the customer reads it. */
  readonly exposed?: boolean;
}

/** Who will read a note: in words, an icon and a colour. */
export function AudienceChip({ kind, exposed = false }: AudienceChipProps) {
  const { tone, words } = exposed ? EXPOSED : AUDIENCES[kind];
  return (
    <Chip tone={tone} icon={tone === 'customer' ? Eye : Lock}>
      {words}
    </Chip>
  );
}
