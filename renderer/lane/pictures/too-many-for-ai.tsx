import type { ReactNode } from 'react';
import { LIMITS } from '../../../shared/limits.ts';
import { classesOf } from '../../ui/class-names.ts';
import styles from './pictures.module.css';

const css = classesOf(styles);

/** Says of a message with more pictures than the AI is given which of them it sees; null for others. */
export function tooManyForAi(count: number): ReactNode {
  const most = LIMITS.pictures_to_ai;
  if (count <= most) return null;
  return (
    <span className={css('many')}>
      The AI is given the last {most} of these {count} pictures.{' '}
    </span>
  );
}
