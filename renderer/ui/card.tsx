import type { ComponentProps } from 'react';
import styles from './card.module.css';
import { classesOf, joinClasses } from './class-names.ts';

const css = classesOf(styles);

interface CardProps extends ComponentProps<'article'> {
  /** Lit together with the lines of the note that rest on it. */
  readonly lit?: boolean;
  /** Not settled yet: proposed, generated. */
  readonly tentative?: boolean;
}

/** One thing in the knowledge column. */
export function Card({ lit = false, tentative = false, className, ...rest }: CardProps) {
  return (
    <article
      // A form in it, or a button that goes with the press, gives the focus back to the card.
      tabIndex={-1}
      className={joinClasses(css('card', tentative && 'tentative', lit && 'lit'), className)}
      {...rest}
    />
  );
}
