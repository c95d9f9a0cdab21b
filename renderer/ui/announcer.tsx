import { create } from 'zustand';
import { classesOf } from './class-names.ts';
import styles from './visually-hidden.module.css';

const css = classesOf(styles);

interface Announcements {
  readonly status: string;
  readonly alert: string;
}

const useAnnouncements = create<Announcements>()(() => ({ status: '', alert: '' }));

/**
 * Says something in the app's live region: `status` waits for a pause, `alert` interrupts. What is
 * said must stand on the screen too; this is its voice only.
 */
export function announce(text: string, how: 'status' | 'alert' = 'status'): void {
  // The same words twice are spoken twice only when the region was empty between.
  useAnnouncements.setState({ status: '', alert: '' });
  requestAnimationFrame(() => useAnnouncements.setState({ [how]: text }));
}

/** The live regions. Rendered once, from the first paint on. */
export function Announcer() {
  const { status, alert } = useAnnouncements();
  return (
    <>
      <div role="status" className={css('hidden')}>
        {status}
      </div>
      <div role="alert" className={css('hidden')}>
        {alert}
      </div>
    </>
  );
}
