import { singleLine } from '../../shared/text.ts';
import type { BundleFact, BundleFix, BundleScript, InputBundle } from './bundle.ts';

/** Said where no suggested fix is active. */
export const NO_ACTIVE_FIX = '(no active suggested fix)';

/**
 * The bundle as readable text: what a prompt holds and what "what would be sent" shows. Each row
 * stands on one line, so that no text of the session can look like a heading or a row of its own.
 */
export function renderBundle(bundle: InputBundle): string {
  return [
    part('SESSION', [
      `Title: ${singleLine(bundle.title)}`,
      `Summary: ${singleLine(bundle.summary) || '(none)'}`,
      `Domain: ${bundle.domain}`,
      `Ticket: ${bundle.ticket ?? '(none)'}`,
      `Intake: ${singleLine(bundle.intake) || '(none)'}`,
    ]),
    part('CONFIRMED FACTS', bundle.facts.map(factLine)),
    part(
      'DIAGNOSTIC CHECKS RUN',
      bundle.diagnostic_checks.map(
        ({ evidence_id, source_summary }) =>
          `[${evidence_id}]${source_summary === null ? '' : ` ${singleLine(source_summary)}`}`,
      ),
    ),
    part('SCRIPTS', bundle.scripts.map(scriptLine)),
    part('FIXES TRIED', bundle.fixes_tried.map(fixLine)),
    part('ACTIVE SUGGESTED FIX', [
      bundle.active_fix === null ? NO_ACTIVE_FIX : fixLine(bundle.active_fix),
    ]),
  ].join('\n\n');
}

function part(name: string, lines: readonly string[]): string {
  return [name, ...(lines.length === 0 ? ['(none)'] : lines)].join('\n');
}

function factLine({ evidence_id, source_type, source_summary, text }: BundleFact): string {
  const source =
    source_summary === null ? source_type : `${source_type}: ${singleLine(source_summary)}`;
  return `[${evidence_id}] (${source}) ${singleLine(text)}`;
}

function scriptLine({ evidence_id, name, ran, outcome, parameters }: BundleScript): string {
  const filledIn = parameters.map((one) => `${singleLine(one.name)}=${singleLine(one.value)}`);
  return [
    `[${evidence_id}] ${singleLine(name)}`,
    ran ? 'ran' : 'generated only, never run',
    ...(filledIn.length === 0 ? [] : [`parameters: ${filledIn.join(', ')}`]),
    ...(outcome === null ? [] : [`outcome: ${singleLine(outcome)}`]),
  ].join(' | ');
}

function fixLine(fix: BundleFix): string {
  return [
    `[${fix.evidence_id}] ${singleLine(fix.title)}`,
    `confidence ${fix.confidence} %`,
    `outcome: ${fix.outcome}${fix.outcome_note === null ? '' : ` (${singleLine(fix.outcome_note)})`}`,
    ...(fix.superseded ? ['superseded'] : []),
    ...(singleLine(fix.description) === '' ? [] : [`description: ${singleLine(fix.description)}`]),
  ].join(' | ');
}
