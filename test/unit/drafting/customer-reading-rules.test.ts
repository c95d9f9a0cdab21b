import { describe, expect, it } from 'vitest';
import { findUnkindWords } from '../../../electron/drafting/language/unkind-words.ts';
import { checkTyped, noteText, ofRule, repaired } from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const DONE = '- We cleared the stored sign-in, and Outlook has opened without a prompt since then.';
const FOR_YOU = '- You do not need to do anything.';

function found(ruleId: string, sections: Record<string, string>, snapshot = session().build()) {
  const markdown = noteText('resolve', { Resolution: `${DONE}\n${FOR_YOU}`, ...sections });
  return { markdown, findings: ofRule(checkTyped('resolve', markdown, snapshot), ruleId) };
}

function mended(ruleId: string, sections: Record<string, string>, snapshot = session().build()) {
  const { markdown, findings } = found(ruleId, sections, snapshot);
  const [finding] = findings;
  expect(finding).toBeDefined();
  const text = finding === undefined ? markdown : repaired(markdown, finding);
  expect(ofRule(checkTyped('resolve', text, snapshot), ruleId)).toHaveLength(findings.length - 1);
  return text;
}

describe('R1, what the customer wants to know', () => {
  it('is content with a whole note', () => {
    expect(found('R1', {}).findings).toEqual([]);
  });

  it('asks how it was verified', () => {
    const sections = { Resolution: `- We cleared the stored sign-in.\n${FOR_YOU}` };
    expect(mended('R1', sections)).toContain('the result is not verified yet');
    const spoken = session()
      .fix('Clear the sign-in', { outcome: 'worked' })
      .fact('user_report', 'It works again.')
      .build();
    expect(mended('R1', sections, spoken)).toContain('The user reported that it works.');
  });

  it('asks what the customer has to do now', () => {
    expect(mended('R1', { Resolution: DONE })).toContain('You do not need to do anything.');
  });

  it('asks for the cause, or that there is none', () => {
    expect(mended('R1', { 'Root cause': 'Unknown.' })).toContain(
      'The root cause was not determined.',
    );
  });

  it('asks for a whole sentence of the problem', () => {
    expect(found('R1', { Problem: 'Outlook.' }).findings).toHaveLength(1);
  });
});

describe('R5, plain words', () => {
  it.each([
    ['The server was rebooted.', 'The server was restarted.'],
    ['The credentials were old.', 'The sign-in details were old.'],
    ['Latency was high.', 'Delay was high.'],
    ['The PSU failed.', 'The power supply failed.'],
  ])('offers the plain word in place: %j', (text, plain) => {
    expect(mended('R5', { Problem: text })).toContain(plain);
  });

  it('bears two hard words, and names each where there are more', () => {
    expect(found('R5', { Problem: 'DNS and DHCP failed.' }).findings).toEqual([]);
    expect(found('R5', { Problem: 'DNS, DHCP and SMTP failed.' }).findings).toHaveLength(3);
  });

  it('warns of a sentence that is too long', () => {
    const long = `The mail ${'and the mail '.repeat(12)}came back.`;
    expect(found('R5', { Problem: long }).findings).toHaveLength(1);
  });

  it('leaves the internal note alone', () => {
    const markdown = noteText('escalate', { Problem: 'The PSU, DNS, DHCP and SMTP failed.' });
    expect(ofRule(checkTyped('escalate', markdown), 'R5')).toEqual([]);
  });
});

describe('R4, blame in other words', () => {
  it.each([
    'This was the customer’s own fault.',
    'The user clearly had no idea what they were doing.',
    'Nobody at the office bothered to tell us.',
    'The user carelessly clicked the wrong button.',
  ])('finds %j', (text) => {
    expect(findUnkindWords(text)).not.toEqual([]);
  });

  it.each(['A fault on the line.', 'Nobody was in the office.', 'The ideal temperature.'])(
    'leaves %j alone',
    (text) => {
      expect(findUnkindWords(text)).toEqual([]);
    },
  );
});
