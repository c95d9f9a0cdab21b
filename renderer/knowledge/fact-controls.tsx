import { ChevronDown, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { Audience, FactRole } from '../../shared/domain/fact.ts';
import { classesOf } from '../ui/class-names.ts';
import { ChoiceMenu } from '../ui/menu.tsx';
import { AUDIENCE_WORDS, optionsOf, ROLE_WORDS } from '../ui/words.ts';
import styles from './fact-row.module.css';

const css = classesOf(styles);

interface RoleButtonProps {
  /** The fact's own words. */
  readonly about: string;
  readonly role: FactRole;
  readonly tabIndex?: number;
  readonly onChange: (role: FactRole) => void;
}

/** The role of a fact, and the menu that changes it. */
export function RoleButton({ about, role, tabIndex, onChange }: RoleButtonProps) {
  // Hundreds of facts may be listed: a menu is made when somebody asks for it.
  const [asked, setAsked] = useState(false);
  const button = (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={`Role of: ${about}`}
      aria-description={ROLE_WORDS[role]}
      title={tabIndex === undefined ? ROLE_WORDS[role] : `${ROLE_WORDS[role]}. R for the next role`}
      className={css('control', role)}
      {...(asked ? {} : { 'aria-haspopup': 'menu' as const, onClick: () => setAsked(true) })}
    >
      {ROLE_WORDS[role]}
      <ChevronDown size={11} aria-hidden />
    </button>
  );
  if (!asked) return button;
  return (
    <ChoiceMenu
      defaultOpen
      trigger={button}
      value={role}
      options={optionsOf(ROLE_WORDS)}
      onChange={onChange}
    />
  );
}

interface AudienceProps {
  readonly audience: Audience;
  /** Why it has this audience. */
  readonly reason: string;
}

interface AudienceButtonProps extends AudienceProps {
  readonly about: string;
  readonly tabIndex: number;
  readonly onPress: () => void;
}

/** The eye of a fact: who may read it, and why. */
export function AudienceButton(props: AudienceButtonProps) {
  const { about, audience, reason, tabIndex, onPress } = props;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={`Audience of: ${about}`}
      aria-pressed={audience === 'customer'}
      aria-description={reason}
      title={`${reason} (E)`}
      className={css('control', audience)}
      onClick={onPress}
    >
      <EyeAndWord audience={audience} />
    </button>
  );
}

/** Who could read a fact of a closed session. */
export function AudienceWord({ audience, reason }: AudienceProps) {
  return (
    <span className={css('control', audience)} title={reason}>
      <EyeAndWord audience={audience} />
    </span>
  );
}

function EyeAndWord({ audience }: { readonly audience: Audience }) {
  const Icon = audience === 'customer' ? Eye : EyeOff;
  return (
    <>
      <Icon size={13} aria-hidden />
      {AUDIENCE_WORDS[audience]}
    </>
  );
}
