import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import styles from './disclosure.module.css';

const css = classesOf(styles);

interface DisclosureProps {
  readonly label: ReactNode;
  readonly defaultOpen?: boolean;
  readonly children: ReactNode;
}

/** A line that folds more below it in and out. */
export function Disclosure({ label, defaultOpen = false, children }: DisclosureProps) {
  return (
    <Collapsible.Root defaultOpen={defaultOpen}>
      <Collapsible.Trigger className={css('trigger')}>
        <ChevronRight size={14} aria-hidden className={css('chevron')} />
        {label}
      </Collapsible.Trigger>
      <Collapsible.Panel className={css('panel')}>{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
