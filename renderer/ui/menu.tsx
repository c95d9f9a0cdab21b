import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { classesOf } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import styles from './popup.module.css';

const css = classesOf(styles);

export interface MenuItem {
  readonly label: string;
  readonly icon?: LucideIcon;
  /** A chord, shown as a hint. */
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** A button (`Button`, `IconButton`, `ChipButton`). */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly items: readonly (MenuItem | 'separator')[];
  readonly align?: 'start' | 'center' | 'end';
}

/** A menu of actions that opens from a button. */
export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={5} align={align} className={css('positioner')}>
          <Base.Popup className={css('popup', 'list')}>
            {items.map((item, index) =>
              item === 'separator' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a separator has nothing but its place
                <Base.Separator key={index} className={css('separator')} />
              ) : (
                <Base.Item
                  key={item.label}
                  disabled={item.disabled ?? false}
                  className={css('item', item.danger && 'danger')}
                  onClick={item.onSelect}
                >
                  {item.icon && <item.icon size={15} aria-hidden className={css('icon')} />}
                  <span className={css('label')}>{item.label}</span>
                  {item.keys && <Kbd keys={item.keys} />}
                </Base.Item>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface ChoiceMenuProps<Value extends string> {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly align?: 'start' | 'center' | 'end';
  /** Opens with its first appearance: for a menu that is only made when somebody asks for it. */
  readonly defaultOpen?: boolean;
}

/** A menu in which exactly one choice holds. */
export function ChoiceMenu<Value extends string>({
  trigger,
  value,
  onChange,
  options,
  align = 'start',
  defaultOpen = false,
}: ChoiceMenuProps<Value>) {
  return (
    <Base.Root modal={false} defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={5} align={align} className={css('positioner')}>
          <Base.Popup className={css('popup', 'list')}>
            <Base.RadioGroup value={value} onValueChange={onChange}>
              {options.map((option) => (
                <Base.RadioItem
                  key={option.value}
                  value={option.value}
                  closeOnClick
                  className={css('item')}
                >
                  <span className={css('check')}>
                    <Base.RadioItemIndicator>
                      <Check size={14} aria-hidden />
                    </Base.RadioItemIndicator>
                  </span>
                  <span className={css('label')}>{option.label}</span>
                </Base.RadioItem>
              ))}
            </Base.RadioGroup>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
