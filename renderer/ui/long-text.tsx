import { useState } from 'react';
import { Button } from './button.tsx';

/** So much is shown at once: some ten lines of the knowledge column. */
const SHOWN = 480;

/** A text that may be very long: its beginning, and the rest on request. */
export function LongText({
  text,
  className,
}: {
  readonly text: string;
  readonly className: string;
}) {
  const [whole, setWhole] = useState(false);
  const long = text.length > SHOWN * 1.2;
  return (
    <div>
      <p className={className}>{long && !whole ? `${text.slice(0, SHOWN).trimEnd()}…` : text}</p>
      {long && (
        <Button
          size="sm"
          variant="ghost"
          style={{ marginLeft: -8 }}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Show less' : 'Show all'}
        </Button>
      )}
    </div>
  );
}
