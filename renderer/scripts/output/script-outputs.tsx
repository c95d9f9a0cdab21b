import { useState } from 'react';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import { Outputs } from '../../knowledge/outputs.tsx';
import { MakeFacts } from './make-facts.tsx';

interface ScriptOutputsProps {
  readonly script: ScriptGeneration;
  readonly outputs: readonly Attachment[];
  /** The session is open: its output can become facts. */
  readonly open: boolean;
}

/** What a script printed; lines of it become facts. */
export function ScriptOutputs({ script, outputs, open }: ScriptOutputsProps) {
  const [lines, setLines] = useState<string | null>(null);
  return (
    <>
      <Outputs attachments={outputs} sourceType="script_output" open={open} onLines={setLines} />
      <MakeFacts script={script} lines={lines} onDone={() => setLines(null)} />
    </>
  );
}
