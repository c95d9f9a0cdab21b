import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { TemplateParameter } from '../../../shared/domain/script-template.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PARAMETER_TYPE_WORDS } from '../script-words.ts';
import styles from './editing.module.css';
import { ParameterForm } from './parameter-form.tsx';
import { moved, newParameter, type ParameterDraft } from './template-draft.ts';

const css = classesOf(styles);

interface ParameterListProps {
  readonly parameters: readonly ParameterDraft[];
  /** Which one stands open, by id. */
  readonly opened: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onChange: (parameters: readonly ParameterDraft[]) => void;
  /** What is wrong with a field of the parameter in this place, or undefined. */
  readonly problemOf: (index: number, field: keyof TemplateParameter) => string | undefined;
}

const FIELDS: readonly (keyof TemplateParameter)[] = [
  'name',
  'label',
  'help',
  'default_value',
  'choices',
  'minimum',
  'maximum',
];

/** What is to be filled in, in its order; one at a time stands open. */
export function ParameterList(props: ParameterListProps) {
  const { parameters, opened, onOpen, onChange, problemOf } = props;
  const list = useRef<HTMLUListElement>(null);
  const full = parameters.length >= LIMITS.script_parameters;
  const add = () => {
    const parameter = newParameter();
    onChange([...parameters, parameter]);
    onOpen(parameter.id);
  };
  const remove = (index: number) => {
    const parameter = parameters[index];
    if (parameter === undefined) return;
    onChange(parameters.filter(({ id }) => id !== parameter.id));
    announce(`${parameter.name || 'Parameter'} removed.`);
  };
  const move = (index: number, step: 1 | -1) => {
    onChange(moved(parameters, index, step));
    announce(`${parameters[index]?.name || 'Parameter'} is number ${index + step + 1} now.`);
  };
  // A parameter that was just added is written at once.
  useEffect(() => {
    if (opened === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-parameter="${opened}"]`);
    row?.querySelector<HTMLElement>('input')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [opened]);

  return (
    <section aria-label="Parameters">
      <header className={css('head')}>
        <h3>
          Parameters{' '}
          {parameters.length > 0 && <span className={css('quiet')}>{parameters.length}</span>}
        </h3>
        <Button
          size="sm"
          icon={Plus}
          disabled={full}
          title={full ? `${LIMITS.script_parameters} are the most a script can have.` : undefined}
          onClick={add}
        >
          Add parameter
        </Button>
      </header>
      {parameters.length === 0 && (
        <p className={css('quiet')}>
          What changes from time to time, such as a user name. The script reads each as a variable
          of its name; values are quoted for the shell before they get there.
        </p>
      )}
      <ul ref={list} className={css('parameters')}>
        {parameters.map((parameter, index) => {
          const open = parameter.id === opened;
          const wrong = FIELDS.some((field) => problemOf(index, field) !== undefined);
          const name = parameter.name || 'New parameter';
          return (
            <li key={parameter.id} data-parameter={parameter.id} className={css('parameter')}>
              <div className={css('line')}>
                <button
                  type="button"
                  aria-expanded={open}
                  className={css('summary')}
                  onClick={() => onOpen(open ? null : parameter.id)}
                >
                  <ChevronRight size={14} aria-hidden className={css('chevron')} />
                  <span className={css('variable', wrong && 'wrong')}>{name}</span>
                  <span className={css('what')}>
                    {wrong ? 'to be mended' : PARAMETER_TYPE_WORDS[parameter.type]}
                  </span>
                </button>
                <IconButton
                  size="sm"
                  icon={ArrowUp}
                  label={`Move ${name} up`}
                  hint={null}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                />
                <IconButton
                  size="sm"
                  icon={ArrowDown}
                  label={`Move ${name} down`}
                  hint={null}
                  disabled={index === parameters.length - 1}
                  onClick={() => move(index, 1)}
                />
                <IconButton
                  size="sm"
                  icon={Trash2}
                  label={`Remove ${name}`}
                  hint={null}
                  onClick={() => remove(index)}
                />
              </div>
              {open && (
                <ParameterForm
                  parameter={parameter}
                  problemOf={(field) => problemOf(index, field)}
                  onChange={(change) =>
                    onChange(
                      parameters.map((one) =>
                        one.id === parameter.id ? { ...one, ...change } : one,
                      ),
                    )
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
