import { classesOf } from '../ui/class-names.ts';
import type { CommandEntry } from './command-list.ts';
import styles from './slash-menu.module.css';

const css = classesOf(styles);

interface SlashMenuProps {
  readonly id: string;
  readonly offered: readonly CommandEntry[];
  readonly active: CommandEntry;
  readonly onChoose: (entry: CommandEntry) => void;
}

/** The keys move through more commands than a low window shows. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** The commands that fit what is being typed. The focus stays in the text box. */
export function SlashMenu({ id, offered, active, onChoose }: SlashMenuProps) {
  return (
    <div id={id} role="listbox" aria-label="Commands" className={css('menu')}>
      {offered.map((entry) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text box has the keys and the focus
        <div
          key={entry.name}
          ref={entry === active ? bringIntoView : undefined}
          id={`${id}-${entry.name}`}
          role="option"
          tabIndex={-1}
          aria-selected={entry === active}
          className={css('entry', entry === active && 'active')}
          // The text box must keep the focus, or the menu would close before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(entry)}
        >
          <span className={css('usage')}>
            <b>/{entry.name}</b> {entry.argument}
          </span>
          <span className={css('help')}>{entry.help}</span>
        </div>
      ))}
    </div>
  );
}
