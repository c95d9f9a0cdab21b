import { describe, expect, it } from 'vitest';
import type { InputBundle } from '../../../electron/drafting/bundle.ts';
import type { NoteSentence } from '../../../electron/drafting/note-document.ts';
import { NOTE_KINDS } from '../../../shared/domain/note.ts';
import { HAND_OFF_FIELDS, type HandOffField } from '../../../shared/domain/session.ts';
import { internalValues } from '../../../shared/notes/internal-values.ts';
import {
  FIRST_STEP_CONFIDENCE,
  FIXED_SENTENCES,
  HYPOTHESIS_CONFIDENCE,
  NOTE_HEADINGS,
  trySuggestedFix,
} from '../../../shared/notes/sections.ts';
import { SCENARIOS } from '../../corpus/index.ts';
import { bundleOf, goldNote, type Scenario } from '../../corpus/scenario.ts';

const ESCALATE = { problem: 0, confirmed: 1, tried: 2, hypothesis: 3, steps: 4 } as const;

/** The end of a sentence within a text. German dates (`14. November`) look the same. */
const SENTENCE_BREAK = /(?<!\b(?:Mrs|Mr|Dr|\p{Lu}))\. \p{Lu}/u;

describe.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (_, scenario) => {
    const bundle = bundleOf(scenario);
    const { facts, checks, scripts, fixes_tried, fixes_set_aside, active_fix } = bundle;
    const fixes = [
      ...fixes_tried,
      ...fixes_set_aside,
      ...(active_fix === null ? [] : [active_fix]),
    ];
    const rows = ['session', ...[...facts, ...checks, ...scripts, ...fixes].map(idOf)];
    const fixed = FIXED_SENTENCES[bundle.language];

    it('numbers its facts from 1, and links each check that was done with its result', () => {
      const built = scenario.session().build();
      expect(built.facts.map(({ id }) => id)).toEqual(built.facts.map((_, index) => index + 1));
      for (const { state, fact_id, instruction } of built.checks) {
        const result = built.facts.find(({ id }) => id === fact_id);
        expect(result?.source_summary ?? null).toBe(state === 'done' ? instruction : null);
      }
    });

    it.each(NOTE_KINDS)('has a gold note (%s) with every section of its kind', (kind) => {
      const { gold } = scenario;
      expect(gold[kind]).toHaveLength(NOTE_HEADINGS[kind].length);
      for (const section of gold[kind]) expect(section).not.toEqual([]);
      for (const { text, fixed: standard, evidence_ids } of sentencesOf(scenario, kind)) {
        expect(text.trim()).not.toBe('');
        if (standard) expect(Object.values(fixed)).toContain(text);
        else expect(evidence_ids, text).not.toEqual([]);
        if (bundle.language !== 'de') expect(text).not.toMatch(SENTENCE_BREAK);
        for (const id of evidence_ids) expect(rows, text).toContain(id);
      }
    });

    it('shows the customer no internal value', () => {
      const { markdown } = goldNote(scenario, 'resolve');
      const shown = internalValues(markdown, bundle.names).map(({ from, to }) =>
        markdown.slice(from, to),
      );
      expect(shown).toEqual([]);
      expect(markdown).not.toMatch(/\.ps1\b/);
    });

    it('says only in a fixed sentence that there is nothing to say', () => {
      const said = NOTE_KINDS.flatMap((kind) => sentencesOf(scenario, kind)).map(
        ({ text }) => text,
      );
      expect(said.includes(fixed.nothing_confirmed)).toBe(facts.length === 0);
      expect(said.includes(fixed.nothing_tried)).toBe(!wasAnythingTried(bundle));
      expect(said.join('\n')).not.toMatch(/\bunknown\.|\bnot stated\b|\bTBD\b/i);
    });

    it('tells every confirmed fact in its hand-off, and names each filled field', () => {
      const cited = scenario.gold.escalate
        .flatMap((section) => section.flatMap(({ sentences }) => sentences))
        .flatMap(({ evidence_ids }) => evidence_ids);
      for (const { evidence_id, text } of facts) expect(cited, text).toContain(evidence_id);
      const problem = textOf(scenario, ESCALATE.problem).toLowerCase();
      for (const field of HAND_OFF_FIELDS) {
        const value = bundle.hand_off[field];
        if (value !== null) expect(problem, field).toContain(wordsOf(field, value));
      }
    });

    it('tells the hypothesis by the active fix and its confidence alone', () => {
      const told = textOf(scenario, ESCALATE.hypothesis);
      if (active_fix === null || active_fix.confidence < HYPOTHESIS_CONFIDENCE) {
        expect(told).toBe(fixed.no_hypothesis);
        return;
      }
      expect(told).toContain(active_fix.title.split(':')[0]);
      expect(told.replaceAll(' %', '%')).toContain(`${active_fix.confidence}%`);
    });

    it('has two to four next steps, the first of them a probable fix that nobody tried', () => {
      const steps = scenario.gold.escalate[ESCALATE.steps] ?? [];
      expect(steps.length).toBeGreaterThanOrEqual(2);
      expect(steps.length).toBeLessThanOrEqual(4);
      if (active_fix?.outcome === 'proposed' && active_fix.confidence > FIRST_STEP_CONFIDENCE) {
        expect(steps[0]?.sentences[0]?.text).toBe(
          trySuggestedFix(active_fix.title, bundle.language),
        );
      }
      const cited = steps.flatMap(({ sentences }) => sentences.flatMap((one) => one.evidence_ids));
      for (const check of checks.filter(({ done }) => !done)) {
        expect(cited, check.instruction).toContain(check.evidence_id);
      }
    });

    it('holds what was planted, and none of its secrets', () => {
      const text = JSON.stringify(scenario.session().build());
      for (const { attack } of scenario.planted)
        expect(text).toContain(JSON.stringify(attack).slice(1, -1));
      for (const secret of scenario.secrets) expect(text).not.toContain(secret);
    });
  },
);

function idOf({ evidence_id }: { readonly evidence_id: string }): string {
  return evidence_id;
}

function sentencesOf(scenario: Scenario, kind: keyof Scenario['gold']): NoteSentence[] {
  return scenario.gold[kind].flatMap((section) => section.flatMap(({ sentences }) => sentences));
}

function textOf({ gold }: Scenario, section: number): string {
  const blocks = gold.escalate[section] ?? [];
  return blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(' ');
}

function wasAnythingTried({ facts, fixes_tried, scripts }: InputBundle): boolean {
  return (
    facts.some(({ source_type }) => source_type === 'diagnostic_check') ||
    fixes_tried.length > 0 ||
    scripts.some(({ ran }) => ran)
  );
}

/** The reason is a choice from a list; it is told in English, as every session with one is. */
function wordsOf(field: HandOffField, value: string): string {
  return field === 'escalation_reason'
    ? `reason for escalation: ${value}`
    : value.toLowerCase().replace(': ', ', ');
}
