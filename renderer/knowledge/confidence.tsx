import { useId } from 'react';
import { HYPOTHESIS_CONFIDENCE } from '../../shared/notes/sections.ts';
import { classesOf } from '../ui/class-names.ts';
import styles from './confidence.module.css';

const css = classesOf(styles);

/** The confidence of a fix as a bar and a number. Below the mark it is no working theory yet. */
export function ConfidenceBar({ value }: { readonly value: number }) {
  const low = value < HYPOTHESIS_CONFIDENCE;
  return (
    <div className={css('confidence')}>
      <div className={css('line')}>
        <span>{low ? 'Confidence, no working theory yet' : 'Confidence'}</span>
        <strong>{value}%</strong>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn with these tokens */}
      <div
        className={css('bar')}
        role="meter"
        aria-label="Confidence"
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${value}%`}
        title={`At ${HYPOTHESIS_CONFIDENCE}% or higher a fix is the working theory.`}
      >
        <span className={css('fill', low && 'low')} style={{ width: `${value}%` }} />
        <span className={css('mark')} style={{ left: `${HYPOTHESIS_CONFIDENCE}%` }} />
      </div>
    </div>
  );
}

interface ConfidenceFieldProps {
  /** As typed, so that a number can be half written. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Sets the confidence by a slider or by typing the number. */
export function ConfidenceField({ value, error, onChange }: ConfidenceFieldProps) {
  const id = useId();
  const position = Math.max(0, Math.min(100, Math.round(Number(value) || 0)));
  return (
    <div className={css('confidence')}>
      <div className={css('line')}>
        <label htmlFor={`${id}-number`}>Confidence</label>
        <span className={css('number')}>
          <input
            id={`${id}-number`}
            className={css('typed')}
            inputMode="numeric"
            autoComplete="off"
            value={value}
            aria-invalid={error ? true : undefined}
            aria-describedby={error && `${id}-error`}
            onChange={(event) => onChange(event.target.value)}
          />
          %
        </span>
      </div>
      <input
        type="range"
        aria-label="Confidence, slider"
        min={0}
        max={100}
        step={5}
        value={position}
        className={css('slider')}
        style={{ backgroundSize: `${position}% 100%` }}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <p id={`${id}-error`} role="alert" className={css('error')}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A confidence as typed, read; undefined where it is not a whole number from 0 to 100. */
export function readConfidence(typed: string): number | undefined {
  const trimmed = typed.trim().replace(/\s*%$/, '');
  if (!/^\d{1,3}$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value <= 100 ? value : undefined;
}
