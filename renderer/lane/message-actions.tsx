import { ChevronDown, Pencil, Pin } from 'lucide-react';
import type { Message } from '../../shared/domain/message.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { FACT_KINDS, type FactKind } from './fact-sources.ts';
import styles from './message-item.module.css';
import type { FactSource } from './use-add-fact.ts';

const css = classesOf(styles);

interface MessageActionsProps {
  readonly message: Message;
  /** The pointer or the focus is at the message, so that its menus are worth having. */
  readonly near: boolean;
  readonly isTabStop: boolean;
  readonly onAddFact: ((source: FactSource) => void) | undefined;
  readonly onEdit: ((message: Message) => void) | undefined;
}

/** What can be made of a message. Thousands of them stand in a lane: a menu is made when one is near. */
export function MessageActions({
  message,
  near,
  isTabStop,
  onAddFact,
  onEdit,
}: MessageActionsProps) {
  const tabIndex = isTabStop ? 0 : -1;
  const add = ({ sourceType, role }: Pick<FactKind, 'sourceType' | 'role'>) =>
    onAddFact?.({ text: message.body, sourceType, role, messageId: message.id });
  return (
    <span className={css('make')}>
      {onAddFact && message.body !== '' && (
        <Button
          size="sm"
          variant="ghost"
          icon={Pin}
          tabIndex={tabIndex}
          onClick={() => add({ sourceType: 'technician', role: null })}
        >
          Add as fact
        </Button>
      )}
      {onAddFact && message.body !== '' && near && (
        <Menu
          align="end"
          trigger={
            <IconButton
              icon={ChevronDown}
              label="Add as fact, by source"
              size="sm"
              tabIndex={tabIndex}
            />
          }
          items={FACT_KINDS.map((kind) => ({
            label: kind.label,
            onSelect: () => add(kind),
          }))}
        />
      )}
      {onEdit && near && (
        <IconButton
          icon={Pencil}
          label="Edit"
          hint="Edit and send again"
          size="sm"
          tabIndex={tabIndex}
          onClick={() => onEdit(message)}
        />
      )}
    </span>
  );
}
