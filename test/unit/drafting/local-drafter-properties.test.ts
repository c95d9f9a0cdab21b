import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildBundle,
  type DraftingSnapshot,
  type InputBundle,
} from '../../../electron/drafting/bundle.ts';
import { draftLocally } from '../../../electron/drafting/local/local-generator.ts';
import { asSentence, sameKey } from '../../../electron/drafting/local/sentence-text.ts';
import { renderNote } from '../../../electron/drafting/note-document.ts';
import { NOTE_KINDS, type NoteKind } from '../../../shared/domain/note.ts';
import { internalValues } from '../../../shared/notes/internal-values.ts';
import { FIXED_SENTENCES, NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { runs } from '../../exploring/runs.ts';
import { anySession } from '../../fixtures/drafting/arbitrary-session.ts';

function forAnySession(property: (bundle: InputBundle) => void): void {
  fc.assert(
    fc.property(anySession, (snapshot) => property(buildBundle(snapshot))),
    { numRuns: runs(300) },
  );
}

const drafted = (kind: NoteKind, bundle: InputBundle) => renderNote(draftLocally(kind, bundle));
/** Whether anything of a text can be seen. */
const isWritten = (text: string) => asSentence(text) !== '';
const linesOf = (markdown: string) => markdown.split('\n');

describe.each(NOTE_KINDS)('a local %s note, whatever the session holds', (kind) => {
  it('has the headings of its kind in their order, and something under each', () => {
    forAnySession((bundle) => {
      const { markdown } = drafted(kind, bundle);
      const headings = NOTE_HEADINGS[kind].map((heading) => `## ${heading}`);
      expect(linesOf(markdown).filter((line) => /^#{1,6}(?:\s|$)/.test(line))).toEqual(headings);
      const sections = markdown.split(/^## .*$/m).slice(1);
      expect(sections.every((section) => section.trim() !== '')).toBe(true);
    });
  });

  it('cites a row that exists for each sentence that is not standard text', () => {
    forAnySession((bundle) => {
      const rows = new Set([
        'session',
        ...[bundle.facts, bundle.checks, bundle.scripts, bundle.fixes_tried].flatMap((some) =>
          some.map(({ evidence_id }) => evidence_id),
        ),
        ...(bundle.active_fix === null ? [] : [bundle.active_fix.evidence_id]),
      ]);
      for (const { provenance, evidence_ids } of drafted(kind, bundle).evidence) {
        if (provenance === 'fixed') expect(evidence_ids).toEqual([]);
        else expect(evidence_ids.length).toBeGreaterThan(0);
        expect(evidence_ids.filter((id) => !rows.has(id))).toEqual([]);
      }
    });
  });

  it('covers every character below the headings with a sentence', () => {
    forAnySession((bundle) => {
      const { markdown, evidence } = drafted(kind, bundle);
      const rest = evidence.reduceRight(
        (text, { from, to }) => text.slice(0, from) + text.slice(to),
        markdown,
      );
      expect(
        rest
          .replace(/^## .*$/gm, '')
          .replace(/^-\s*$/gm, '')
          .trim(),
      ).toBe('');
    });
  });

  it('says nothing twice in a section', () => {
    forAnySession((bundle) => {
      for (const section of drafted(kind, bundle).markdown.split(/^## .*$/m)) {
        const lines = linesOf(section).filter((line) => line !== '');
        expect(new Set(lines).size).toBe(lines.length);
      }
    });
  });

  it('begins no line with what a reader of markdown takes for markup, and ends each sentence once', () => {
    forAnySession((bundle) => {
      for (const line of linesOf(drafted(kind, bundle).markdown)) {
        const text = line.replace(/^- /, '');
        if (!line.startsWith('## ')) {
          expect(text).not.toMatch(/^(?:#{1,6}\s|>|[-+*]\s|\d+[.)]\s|```|~~~)/);
        }
        expect(line).not.toMatch(/[^.]\.\.$|[?!…]\.$|[,;]\.$|[^\P{L}]{2}:\.$|\s$/u);
      }
    });
  });

  it('is the same each time', () => {
    forAnySession((bundle) => {
      expect(drafted(kind, bundle)).toEqual(drafted(kind, bundle));
    });
  });
});

describe('a local resolution note, whatever the session holds', () => {
  it('shows the customer no internal value, confidence or script', () => {
    forAnySession((bundle) => {
      const { markdown, evidence } = drafted('resolve', bundle);
      const sentences = evidence.map(({ from, to }) => markdown.slice(from, to));
      // A name such as "is" is a word of the standard sentences too.
      const names = bundle.names.filter(({ name }) => /^\S*[\d\\]\S*$/.test(name));
      expect(sentences.flatMap((text) => internalValues(text, names))).toEqual([]);
    });
  });

  it('repeats under "What we confirmed" nothing that is said elsewhere', () => {
    forAnySession((bundle) => {
      const sections = drafted('resolve', bundle)
        .markdown.split(/^## .*$/m)
        .slice(1);
      const lines = sections.map((text) => linesOf(text).map((line) => line.replace(/^- /, '')));
      const others = new Set([0, 2, 3].flatMap((index) => lines[index] ?? []));
      others.delete('');
      expect((lines[1] ?? []).filter((line) => others.has(line))).toEqual([]);
    });
  });

  it('says that the cause was not determined only where none is on record', () => {
    forAnySession((bundle) => {
      const { markdown, evidence } = drafted('resolve', bundle);
      const hasCause = bundle.facts.some(({ role }) => role === 'cause');
      const { no_root_cause } = FIXED_SENTENCES[bundle.language];
      const says = evidence.some(
        ({ provenance, from, to }) =>
          provenance === 'fixed' && markdown.slice(from, to) === no_root_cause,
      );
      expect(says).toBe(!hasCause);
    });
  });
});

describe('a local escalation package, whatever the session holds', () => {
  it('leaves no confirmed fact out, and suggests two to four steps', () => {
    forAnySession((bundle) => {
      const { markdown, evidence } = drafted('escalate', bundle);
      const cited = new Set(evidence.flatMap(({ evidence_ids }) => evidence_ids));
      const written = bundle.facts.filter(({ text }) => isWritten(text));
      expect(written.filter(({ evidence_id }) => !cited.has(evidence_id))).toEqual([]);
      const steps = markdown.split('## Suggested next steps\n')[1]?.trim().split('\n') ?? [];
      expect(steps.length).toBeGreaterThanOrEqual(2);
      expect(steps.length).toBeLessThanOrEqual(4);
    });
  });

  it('loses none of the open checks', () => {
    forAnySession((bundle) => {
      const cited = new Set(
        drafted('escalate', bundle).evidence.flatMap(({ evidence_ids }) => evidence_ids),
      );
      const open = bundle.checks.filter(({ done, instruction }) => !done && isWritten(instruction));
      const said = new Set(
        open
          .filter(({ evidence_id }) => cited.has(evidence_id))
          .map(({ instruction }) => sameKey(instruction)),
      );
      expect(open.filter(({ instruction }) => !said.has(sameKey(instruction)))).toEqual([]);
    });
  });
});

it('drafts a session of 500 facts in time that grows with their number alone', () => {
  const of = (count: number): DraftingSnapshot => {
    const built = fc.sample(anySession, { numRuns: 1, seed: 7 })[0];
    if (built === undefined) throw new Error('no session');
    const facts = Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      session_id: 1,
      text: `PC-${index}: asks for the password since 10:${10 + (index % 50)}`,
      source_type: 'diagnostic_check' as const,
      source_summary: `Looked at PC-${index}`,
      source_message_id: null,
      role: 'finding' as const,
      chosen_audience: null,
      customer_wording: null,
      short_wording: null,
      status: 'confirmed' as const,
      from_session_id: null,
      created_at: index,
      updated_at: index,
      deleted_at: null,
    }));
    return { ...built, facts };
  };
  const cost = (bundle: InputBundle) => {
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      for (let round = 0; round < 5; round += 1) drafted('escalate', bundle);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  const [small, large] = [buildBundle(of(500)), buildBundle(of(4_000))];
  cost(small);
  // Eight times as many facts: quadratic work would cost sixty-four times as much.
  expect(cost(large)).toBeLessThan(cost(small) * 24);
});
