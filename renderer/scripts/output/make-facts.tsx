import { type KeyboardEvent, useState } from 'react';
import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { invoke } from '../../bridge/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { isSubmitKey } from '../../ui/shortcuts.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { tooLong } from '../../ui/too-long.ts';
import { useHoldsWords } from '../../ui/unsaved-forms.ts';
import { counted } from '../../ui/words.ts';
import { factLines, MOST_FACTS } from './fact-lines.ts';

interface MakeFactsProps {
  readonly script: Pick<ScriptGeneration, 'session_id' | 'name'>;
  /** The lines of the output; null while nobody asks. */
  readonly lines: string | null;
  readonly onDone: () => void;
}

/** Lines of an output, reworded and added as facts: one a line. */
export function MakeFacts({ script, lines, onDone }: MakeFactsProps) {
  return (
    <Dialog
      open={lines !== null}
      onOpenChange={(open) => open || onDone()}
      title="Facts from the output"
      description="Each line becomes a fact. Make sure each reads on its own."
      size="lg"
    >
      {lines !== null && <FactLines script={script} lines={lines} onDone={onDone} />}
    </Dialog>
  );
}

function FactLines({ script, lines, onDone }: MakeFactsProps & { readonly lines: string }) {
  const [first] = useState(() => factLines(lines).join('\n'));
  const [text, setText] = useState(first);
  useHoldsWords('Facts from an output', text !== first);
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({
    busy: false,
    error: null,
  });
  const facts = factLines(text);
  const overlong = facts.map((fact) => tooLong(fact, LIMITS.fact)).find((words) => words);
  const tooMany =
    facts.length > MOST_FACTS
      ? `That’s too many lines for facts. Keep up to ${MOST_FACTS}.`
      : undefined;
  const add = async () => {
    if (state.busy || facts.length === 0 || overlong !== undefined || tooMany !== undefined) return;
    setState({ busy: true, error: null });
    const left = [...facts];
    try {
      for (const fact of facts) {
        await invoke('facts.add', {
          session_id: script.session_id,
          text: fact,
          source_type: 'script_output',
          source_summary: `Output of ${script.name}`.slice(0, LIMITS.source_summary),
        });
        left.shift();
      }
      toast({ title: `${counted(facts.length, 'fact')} added.`, tone: 'ok' });
      onDone();
    } catch (error) {
      // What is added already is not added a second time.
      setText(left.join('\n'));
      setState({ busy: false, error });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSubmitKey(event)) return;
    event.preventDefault();
    void add();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chord works anywhere in here
    <div onKeyDown={onKeyDown} style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
      {state.error !== null && <ErrorNotice error={state.error} />}
      <TextArea
        label="Facts"
        aside="one a line"
        rows={4}
        maxRows={16}
        value={text}
        error={tooMany ?? overlong}
        onChange={(event) => setText(event.target.value)}
      />
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
        <Button onClick={onDone}>Cancel</Button>
        <Button
          variant="primary"
          keys="Mod+Enter"
          busy={state.busy}
          disabled={facts.length === 0}
          onClick={() => void add()}
        >
          {facts.length === 0 ? 'Add facts' : `Add ${counted(facts.length, 'fact')}`}
        </Button>
      </div>
    </div>
  );
}
