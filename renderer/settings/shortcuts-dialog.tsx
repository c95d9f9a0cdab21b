import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { SHORTCUTS } from '../ui/shortcuts.ts';
import { useViewState } from '../view-state.ts';
import styles from './shortcuts-dialog.module.css';

const css = classesOf(styles);

/** All keys, as the table that binds them has them. */
export function ShortcutsDialog() {
  const { dialog, openDialog } = useViewState();
  return (
    <Dialog
      open={dialog === 'shortcuts'}
      onOpenChange={(open) => openDialog(open ? 'shortcuts' : null)}
      title="Keyboard shortcuts"
      size="lg"
      reading
    >
      <div className={css('groups')}>
        {SHORTCUTS.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className={css('heading')}>{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.keys} className={css('line')}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
