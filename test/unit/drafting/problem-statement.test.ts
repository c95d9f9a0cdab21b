import { describe, expect, it } from 'vitest';
import { buildBundle } from '../../../electron/drafting/bundle.ts';
import { problemStatement } from '../../../electron/drafting/local/problem-statement.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { type SessionBuilder, session } from '../../fixtures/drafting/session-builder.ts';

const textOf = (built: SessionBuilder) =>
  problemStatement(buildBundle(built.build()))
    .map(({ text }) => text)
    .join(' ');
const fromIntake = (intake: string) => textOf(session({ title: 'Scanner', intake }));
const withFields = (fields: Partial<Session>) =>
  textOf(session({ summary: 'Six tills in Leeds were offline since 9:10.', ...fields }));

describe('the problem of a package', () => {
  it('is the summary, else the title and what was reported first', () => {
    const built = session({ summary: 'Tills were offline', intake: 'Help' }).fact(
      'user_report',
      'tills are down',
    );
    expect(textOf(built)).toBe('Tills were offline.');
    const unsummarized = session({ title: 'Tills down', intake: 'Nothing works at the tills' })
      .fact('ticket', 'Second ticket on this')
      .fact('technician', 'Till 4 is dark', { role: 'symptom' });
    expect(textOf(unsummarized)).toBe('Tills down. Reported: "Nothing works at the tills".');
    expect(fromIntake('')).toBe('Scanner.');
    expect(fromIntake('scanner')).toBe('Scanner.');
  });

  it('rests on the session alone, also where symptoms are on record', () => {
    const built = session({ since: 'noon' }).fact('user_report', 'Tills are down');
    for (const { evidence_ids } of problemStatement(buildBundle(built.build()))) {
      expect(evidence_ids).toEqual(['session']);
    }
  });

  it.each([
    ['Hi team,\n\nthe scanner jams since Monday on every page.\n\nThanks\nJo', 'a comma'],
    ['Guten Tag\n\nthe scanner jams since Monday on every page.\n\nMfG', 'a blank line'],
    [
      'From: Jo\nSent: Monday\nSubject: scanner\n\nthe scanner jams since Monday on every page.',
      'a header',
    ],
    ['> old words\nthe scanner jams since Monday on every page.', 'quoted lines'],
  ])('is quoted without what frames a mail: %j (%s)', (intake) => {
    expect(fromIntake(intake)).toBe(
      'Scanner. Reported: "the scanner jams since Monday on every page."',
    );
  });

  it('keeps a first line that says something', () => {
    expect(fromIntake('Hi, the scanner is dead, please help\nJo')).toBe(
      'Scanner. Reported: "Hi, the scanner is dead, please help Jo".',
    );
  });

  it('ends a long report with a whole sentence or clause, never in a word', () => {
    const sentences = Array.from({ length: 12 }, (_, index) => `Page ${index} comes out black.`);
    expect(fromIntake(sentences.join(' '))).toMatch(/ black\."$/);
    const clauses = Array.from({ length: 30 }, (_, index) => `page ${index} is black`).join(', ');
    expect(fromIntake(clauses)).toMatch(/ is black"\.$/);
    expect(fromIntake('x'.repeat(400)).length).toBeLessThan(300);
  });

  it('uses quotation marks that the report does not have', () => {
    expect(fromIntake('It says "Error 5" again.')).toBe(
      'Scanner. Reported: “It says "Error 5" again.”',
    );
    expect(fromIntake('It says "A" and “B”')).toBe('Scanner. Reported: It says "A" and “B”.');
  });
});

describe('hand-off fields', () => {
  it('are labelled sentences, and empty ones are not mentioned', () => {
    const text = withFields({
      affected: 'six tills',
      impact: 'no card payments',
      priority: '1',
      promised: 'a call by 15:00.',
      contact: 'Ann, 555-0100',
      next_owner: 'network team',
    });
    expect(text).toBe(
      'Six tills in Leeds were offline since 9:10. Impact: no card payments. Priority: 1. Promised: a call by 15:00. Contact: Ann, 555-0100. Next owner: network team.',
    );
    expect(withFields({ impact: '  ' })).toBe('Six tills in Leeds were offline since 9:10.');
  });

  it('are not repeated where the problem has them as whole words', () => {
    expect(withFields({ since: '9:10' })).not.toContain('Since:');
    expect(withFields({ since: '9:1' })).toContain('Since: 9:1.');
    expect(withFields({ affected: 'six till' })).toContain('Affected: six till.');
  });

  it.each([
    [{ escalation_reason: 'vendor' as const }, 'Escalated because: needs the vendor.'],
    [
      { escalation_reason: 'access' as const, escalation_note: 'no admin account' },
      'Escalated because: needs access that we do not have; no admin account.',
    ],
    [
      { escalation_reason: 'other' as const, escalation_note: 'on leave tomorrow' },
      'Escalated because: on leave tomorrow.',
    ],
  ])('say why: %j', (fields, expected) => {
    expect(withFields(fields)).toContain(expected);
  });

  it('do not say why where the reason has no words', () => {
    expect(withFields({ escalation_reason: 'other' })).not.toContain('because');
  });
});
