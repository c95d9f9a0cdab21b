import { describe, expect, it } from 'vitest';
import { checkNote, draftLocally, renderNote } from '../../../electron/drafting/index.ts';
import { NOTE_KINDS } from '../../../shared/domain/note.ts';
import { SCENARIOS } from '../../corpus/index.ts';
import { bundleOf, goldNote } from '../../corpus/scenario.ts';

describe.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (_, scenario) => {
    it.each(NOTE_KINDS)('has a gold note (%s) that no check blocks', (kind) => {
      const note = goldNote(scenario, kind);
      const { findings } = checkNote({
        kind,
        markdown: note.markdown,
        bundle: bundleOf(scenario),
        bases: [note],
        secrets: [],
      });
      expect(findings.filter((finding) => finding.level === 'block')).toEqual([]);
    });

    it.each(NOTE_KINDS)('has a local draft (%s) that no check blocks', (kind) => {
      const bundle = bundleOf(scenario);
      const note = renderNote(draftLocally(kind, bundle));
      const { findings } = checkNote({
        kind,
        markdown: note.markdown,
        bundle,
        bases: [note],
        secrets: [],
      });
      expect(findings.filter((finding) => finding.level === 'block')).toEqual([]);
    });
  },
);
