import { classesOf } from './class-names.ts';
import styles from './kbd.module.css';
import { writeKeys } from './keys.ts';

const css = classesOf(styles);

/** A key or a chord, such as `Mod+Enter`, written for this platform. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={css('kbd')}>{writeKeys(keys)}</kbd>;
}
