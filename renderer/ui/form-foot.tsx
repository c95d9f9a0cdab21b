import { Button } from './button.tsx';
import { classesOf } from './class-names.ts';
import styles from './form-foot.module.css';

const css = classesOf(styles);

interface FormFootProps {
  readonly submitLabel: string;
  /** The chord that submits, shown as a hint; the form listens for it. */
  readonly keys?: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
}

/** The two ways out of a small form. */
export function FormFoot({ submitLabel, keys, busy, onCancel }: FormFootProps) {
  return (
    <div className={css('foot')}>
      <Button size="sm" variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
      <Button
        size="sm"
        variant="primary"
        type="submit"
        busy={busy}
        {...(keys === undefined ? {} : { keys })}
      >
        {submitLabel}
      </Button>
    </div>
  );
}
