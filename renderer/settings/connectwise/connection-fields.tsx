import { type KeyboardEvent, useState } from 'react';
import type { Settings } from '../../../shared/domain/settings.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { useCall } from '../../bridge/queries.ts';
import { classesOf } from '../../ui/class-names.ts';
import { describeError, fieldError } from '../../ui/errors.ts';
import { TextField } from '../../ui/text-field.tsx';
import { tooLong } from '../../ui/too-long.ts';
import { Findable } from '../findable.tsx';
import styles from './connectwise-settings.module.css';

const css = classesOf(styles);

type FieldName =
  | 'connectwise_site'
  | 'connectwise_company'
  | 'connectwise_client_id'
  | 'connectwise_member';

/** A name longer than this is none. */
const NAME_LIMIT = 100;

/** Where ConnectWise is and who signs in. Each field is saved as it is left. */
export function ConnectionFields({ settings }: { readonly settings: Settings }) {
  return (
    <div className={css('fields')}>
      <SettingField
        whole
        name="connectwise_site"
        label="Site"
        saved={settings.connectwise_site}
        limit={LIMITS.base_address}
        placeholder="na.myconnectwise.net"
        hint="Whatever you have: na.myconnectwise.net, what stands in the address bar of your browser, or your own server."
      />
      <SettingField
        name="connectwise_company"
        label="Company"
        saved={settings.connectwise_company}
        limit={NAME_LIMIT}
        placeholder="yourcompany"
        hint="The name you sign in with."
      />
      <SettingField
        name="connectwise_member"
        label="Your member name"
        aside="optional"
        saved={settings.connectwise_member}
        limit={NAME_LIMIT}
        placeholder="jdoe"
        hint="So that your tickets come first."
      />
      <SettingField
        whole
        name="connectwise_client_id"
        label="Client id"
        saved={settings.connectwise_client_id}
        limit={NAME_LIMIT}
        placeholder="xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
        hint="From developer.connectwise.com. ConnectWise answers nothing without one."
      />
    </div>
  );
}

interface SettingFieldProps {
  readonly name: FieldName;
  readonly label: string;
  readonly aside?: string;
  readonly saved: string;
  readonly limit: number;
  readonly placeholder: string;
  readonly hint?: string;
  /** Takes the whole width. */
  readonly whole?: boolean;
}

function SettingField({ name, label, saved, limit, hint, whole, ...field }: SettingFieldProps) {
  const [typed, setTyped] = useState<string>();
  const save = useCall('settings.update', { onSuccess: () => setTyped(undefined) });
  const overlong = tooLong(typed ?? '', limit);
  const leave = () => {
    if (typed === undefined || overlong !== undefined) return;
    if (typed.trim() === saved) setTyped(undefined);
    else save.mutate({ [name]: typed });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') leave();
  };
  const refused = save.error ? (fieldError(save.error, name) ?? describeError(save.error)) : null;
  return (
    <Findable title={label} words={hint} settings={[name]} className={css(whole && 'whole')}>
      <TextField
        label={label}
        mono
        hint={hint}
        {...field}
        value={typed ?? saved}
        error={overlong ?? refused ?? undefined}
        onChange={(event) => {
          save.reset();
          setTyped(event.target.value);
        }}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
    </Findable>
  );
}
