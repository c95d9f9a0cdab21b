import { Tabs } from '@base-ui/react/tabs';
import { classesOf } from './class-names.ts';
import styles from './segments.module.css';

const css = classesOf(styles);

interface TabStripProps<Value extends string> {
  /** What the tabs show, for screen readers. */
  readonly label: string;
  readonly tabs: readonly { readonly value: Value; readonly label: string }[];
}

/** The tabs of a `Tabs.Root`, which holds their panels. They look like a choice of a few. */
export function TabStrip<Value extends string>({ label, tabs }: TabStripProps<Value>) {
  return (
    <Tabs.List aria-label={label} className={css('group')}>
      {tabs.map((tab) => (
        <Tabs.Tab key={tab.value} value={tab.value} className={css('segment')}>
          {tab.label}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
