import { PenLine, ShieldAlert } from 'lucide-react';
import type { ScriptTemplate } from '../../shared/domain/script-template.ts';
import { Chip } from '../ui/chip.tsx';
import { Tag } from '../ui/tag.tsx';
import { LANGUAGE_WORDS } from './script-words.ts';
import styles from './template-traits.module.css';

type Traits = Pick<ScriptTemplate, 'language' | 'changes_system' | 'needs_administrator'>;

/** What is to be known of a template before it is run. */
export function TemplateTraits({ template }: { readonly template: Traits }) {
  return (
    <span className={styles.traits}>
      <Tag>{LANGUAGE_WORDS[template.language]}</Tag>
      {template.changes_system ? (
        <Chip tone="warn" icon={PenLine}>
          Changes the system
        </Chip>
      ) : (
        <span className={styles.quiet}>Reads only</span>
      )}
      {template.needs_administrator && <Chip icon={ShieldAlert}>As administrator</Chip>}
    </span>
  );
}
