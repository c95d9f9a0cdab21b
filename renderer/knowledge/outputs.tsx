import type { Attachment } from '../../shared/domain/attachment.ts';
import type { SourceType } from '../../shared/domain/fact.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { OutputText } from './output-text.tsx';
import { sizeWords } from './output-words.ts';

interface OutputsProps {
  readonly attachments: readonly Attachment[];
  /** What a fact made from a piece of an output comes from. */
  readonly sourceType: SourceType;
  /** Facts can still be made of them. */
  readonly open: boolean;
  /** Takes several lines at a time, to make a fact of each; without it a selection is one fact. */
  readonly onLines?: (lines: string) => void;
}

/** Outputs as they were pasted, each folded; what one holds is fetched when it is opened. */
export function Outputs({ attachments, sourceType, open, onLines }: OutputsProps) {
  const outputs = attachments.filter(({ kind }) => kind === 'text');
  return outputs.map((output) => (
    <Disclosure
      key={output.id}
      label={`${outputs.length > 1 ? output.name : 'Output'} · ${sizeWords(output.size)}`}
    >
      <OutputText
        attachment={output}
        sourceType={sourceType}
        open={open}
        {...(onLines ? { onLines } : {})}
      />
    </Disclosure>
  ));
}
