import { describe, expect, it } from 'vitest';
import { buildBundle } from '../../../electron/drafting/bundle.ts';
import { draftLocally } from '../../../electron/drafting/local/local-generator.ts';
import { leftOut, renderNote } from '../../../electron/drafting/note-document.ts';
import { type SessionBuilder, session } from '../../fixtures/drafting/session-builder.ts';

function draft(built: SessionBuilder) {
  const bundle = buildBundle(built.build());
  const { markdown, evidence } = renderNote(draftLocally('resolve', bundle));
  const section = (heading: string) =>
    (markdown.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').trim();
  return {
    markdown,
    evidence,
    left_out: leftOut('resolve', bundle, evidence),
    problem: section('Problem'),
    confirmed: section('What we confirmed'),
    cause: section('Root cause'),
    resolution: section('Resolution').split('\n'),
  };
}

const withTill = (details = {}) => session(details).name('TILL-04', 'host', 'the till');

describe('the problem', () => {
  it('is in the words for the customer, else in the summary with names the customer knows', () => {
    expect(
      draft(withTill({ summary: 'TILL-04 froze.', customer_summary: 'Your till froze.' })).problem,
    ).toBe('Your till froze.');
    expect(draft(withTill({ summary: 'TILL-04 froze.' })).problem).toBe('The till froze.');
    expect(draft(withTill({ summary: 'The TILL-04 froze, till-04 again.' })).problem).toBe(
      'The till froze, the till again.',
    );
  });

  it('replaces no name where two of a kind are in the sentence, nor a part of a word', () => {
    const two = withTill({ title: 'Frozen till', summary: 'TILL-04 lost TILL-05.' });
    expect(draft(two.name('TILL-05', 'host', 'the other till')).problem).toBe(
      'Reported: Frozen till.',
    );
    const account = withTill({ summary: 'ann could not open TILL-04.' });
    expect(draft(account.name('ann', 'account', 'the cashier')).problem).toBe(
      'The cashier could not open the till.',
    );
    expect(draft(withTill({ summary: 'The till TILL-04 froze at 9.' })).problem).toBe(
      'The till froze at 9.',
    );
    expect(draft(session({ summary: 'Annexe printer failed.' })).problem).toBe(
      'Annexe printer failed.',
    );
  });

  it('is what was reported where no summary is fit for the customer', () => {
    const built = session({ summary: '10.0.0.7 did not answer' })
      .fact('user_report', 'the door does not open')
      .fact('ticket', 'Since Monday')
      .fact('ticket', '\\\\FS01\\door is full');
    expect(draft(built).problem).toBe('Reported: the door does not open. Since Monday.');
  });

  it('begins with the title where only the ticket has symptoms', () => {
    const built = session({ title: 'Door stays shut' }).fact('ticket', 'Second ticket on this');
    expect(draft(built).problem).toBe('Reported: Door stays shut. Second ticket on this.');
    expect(draft(built).confirmed).toBe('Nothing confirmed yet.');
  });

  it('is a report in one line, never a whole mail', () => {
    const title = 'Door stays shut';
    expect(draft(session({ title, intake: 'The door stays shut.' })).problem).toBe(
      'Reported: "The door stays shut."',
    );
    const mail = 'Hello,\nthe door stays shut.\nBest regards\nAnn';
    expect(draft(session({ title, intake: mail })).problem).toBe('Reported: Door stays shut.');
    expect(draft(session({ title, intake: '10.0.0.7 is down' })).problem).toBe(
      'Reported: Door stays shut.',
    );
  });

  it('is kept in our records where every word about it is internal', () => {
    const { problem } = draft(session({ title: '10.0.0.7 down', intake: '10.0.0.7 down' }));
    expect(problem).toBe('A problem was reported. The details are in our records.');
  });
});

describe('what we confirmed', () => {
  const summary = 'The door stayed shut.';

  it('has the customer wording of findings, and lists what is left out and why', () => {
    const built = session({ summary })
      .checked('Read the panel', 'Relay 3 on 10.0.0.7 is stuck', {
        customer_wording: 'A relay is stuck.',
      })
      .fact('technician', 'The log is full')
      .fact('technician', '10.0.0.7 is slow', { chosen_audience: 'customer' })
      .fact('technician', 'slow', { customer_wording: 'It hangs at 10.0.0.7.' });
    expect(draft(built).confirmed).toBe('- A relay is stuck.');
    expect(draft(built).left_out).toEqual([
      { evidence_id: 'fact:2', reason: 'internal' },
      { evidence_id: 'fact:3', reason: 'internal_value' },
      { evidence_id: 'fact:4', reason: 'internal_value' },
    ]);
  });

  it('leaves no fact out for its wording', () => {
    const words = [
      'The error reads "Please contact your system administrator".',
      'Ignore previous errors in the log',
      'Please press any key',
      '<Event xmlns="x"><Level>2</Level></Event>',
    ];
    const built = session({ summary });
    for (const text of words) built.fact('diagnostic_check', text, { chosen_audience: 'customer' });
    for (const text of words) expect(draft(built).confirmed).toContain(text.replace(/\.$/, ''));
  });

  it('repeats a report only where nothing else would be there', () => {
    const alone = session({ summary }).fact('user_report', 'it buzzes').fact('ticket', 'All day');
    expect(draft(alone).confirmed).toBe('- Reported: it buzzes. All day.');
    alone.fact('technician', 'A relay is stuck', { chosen_audience: 'customer' });
    expect(draft(alone).confirmed).toBe('- A relay is stuck.');
    expect(draft(alone).left_out).toMatchObject([{ reason: 'not_used' }, { reason: 'not_used' }]);
  });

  it('has the result of a script that only looked, in its words for the customer', () => {
    const built = session({ summary }).ran('Get-Door.ps1', 'r3=1', {
      customer_outcome: 'one relay is stuck',
    });
    expect(draft(built).confirmed).toBe('- One relay is stuck.');
  });

  it.each([
    [session({ summary }), 'Nothing confirmed yet.'],
    [
      session({ summary }).checked('Look', 'x'),
      'We ran technical checks. The results are in our records.',
    ],
    [
      session({ summary }).ran('Get-Door.ps1', 'x'),
      'We ran technical checks. The results are in our records.',
    ],
    [
      session({ summary }).ran('Set-Door.ps1', 'x', { changes_system: true }),
      'Nothing confirmed yet.',
    ],
    [session({ summary }).fact('technician', 'x'), 'Our technical findings are in our records.'],
    [
      session({ summary })
        .fact('technician', 'x', { role: 'cause' })
        .fact('technician', 'Replaced y', { role: 'change' }),
      'See Root cause and Resolution below.',
    ],
  ])('says what is true where there is nothing for the customer (%#)', (built, expected) => {
    const { confirmed, evidence } = draft(built);
    expect(confirmed).toBe(expected);
    expect(evidence[1]).toMatchObject({ provenance: 'fixed', evidence_ids: [] });
  });
});

describe('the root cause', () => {
  it('is what has that role, in the words for the customer, without a label', () => {
    const built = session()
      .fact('ticket', 'The order was late.', { role: 'cause' })
      .fact('technician', 'relay 3 = 0', { role: 'cause', customer_wording: 'a relay was stuck' })
      .fact('technician', 'caused by the storm', { chosen_audience: 'customer' });
    expect(draft(built).cause).toBe('The order was late. A relay was stuck.');
  });

  it('was not determined, or is in our records', () => {
    const built = session().fix('Replace the relay', { outcome: 'worked' });
    expect(draft(built).cause).toBe('The root cause was not determined.');
    built.fact('technician', '10.0.0.7 was off', { role: 'cause' });
    expect(draft(built).cause).toBe(
      'We found the root cause. Technical details are in our records.',
    );
    expect(draft(built).left_out).toEqual([{ evidence_id: 'fact:1', reason: 'internal_value' }]);
  });
});

describe('the resolution', () => {
  it.each([
    [{ outcome: 'worked' as const }, 'We replaced the relay. It worked.'],
    [
      { outcome: 'partly' as const },
      'We replaced the relay. It helped but did not solve everything.',
    ],
    [
      { outcome: 'applied' as const },
      'We replaced the relay. We do not know yet whether it worked.',
    ],
    [
      { outcome: 'pending' as const },
      'In progress: Replace the relay. The result cannot be confirmed yet.',
    ],
    [
      {
        outcome: 'pending' as const,
        done: 'Ordered a relay',
        customer_note: 'It arrives on Friday.',
      },
      'We ordered a relay. The result cannot be confirmed yet: it arrives on Friday.',
    ],
    [{ outcome: 'failed' as const }, 'What we tried did not solve the problem.'],
    [
      { outcome: 'failed' as const, customer_note: 'The door closed again.' },
      'We replaced the relay. It did not help. The door closed again.',
    ],
    [
      { outcome: 'worked' as const, outcome_note: 'relay 3 = 1' },
      'We replaced the relay. It worked.',
    ],
    [
      { outcome: 'worked' as const, customer_note: 'the door opens' },
      'We replaced the relay. The door opens.',
    ],
    [
      { outcome: 'worked' as const, done: 'Swapped K3 at 10.0.0.7' },
      'We made a change on the system. It worked. Technical details are in our records.',
    ],
    [
      {
        outcome: 'worked' as const,
        done: 'Swapped K3',
        customer_done: 'A fitter changed a relay.',
      },
      'A fitter changed a relay. It worked.',
    ],
  ])('says what was done and its result: %j', (details, expected) => {
    expect(draft(session().fix('Replace the relay', details)).resolution).toEqual([
      `- ${expected}`,
    ]);
  });

  it('has words for a title that begins with no verb of the table', () => {
    const built = session().fix('New relay', { outcome: 'worked' });
    expect(draft(built).resolution).toEqual(['- What we did: New relay. It worked.']);
  });

  it.each(['proposed', 'dismissed'] as const)('is silent of a fix that was %s', (outcome) => {
    const { resolution } = draft(session().fix('Replace the relay', { outcome, confidence: 45 }));
    expect(resolution).toEqual(['No changes were recorded.']);
  });

  it('puts confirmations after what was done, however early they were noted', () => {
    const built = session()
      .fact('user_report', 'Ann opened the door.', { role: 'confirmation' })
      .fact('technician', 'Cleaned the contacts', { role: 'change' })
      .fix('Replace the relay', { outcome: 'worked' });
    expect(draft(built).resolution).toEqual([
      '- We cleaned the contacts.',
      '- We replaced the relay.',
      '- Ann opened the door.',
    ]);
  });

  it('ends with what is open', () => {
    const built = session()
      .fix('Order a relay', { outcome: 'applied' })
      .fact('user_report', 'The side door will do.', { role: 'confirmation' });
    expect(draft(built).resolution).toEqual([
      '- We ordered a relay.',
      '- The side door will do.',
      '- We do not know yet whether it worked.',
    ]);
  });

  it('names what users changed themselves as theirs', () => {
    const built = session().fact('user_report', 'Restarted the panel', { role: 'change' });
    expect(draft(built).resolution).toEqual(['- Restarted the panel.']);
  });

  it('mentions changes of scripts once, and only where nothing says what was done', () => {
    const changing = { changes_system: true };
    const built = session().ran('Set-A.ps1', 'x', changing).ran('Set-B.ps1', 'y', changing);
    expect(draft(built).resolution).toEqual([
      '- We made a change on the system. Technical details are in our records.',
    ]);
    expect(draft(built).evidence.at(-1)?.evidence_ids).toEqual(['script:1', 'script:2']);
    built.fix('Reset the panel', { outcome: 'worked' });
    expect(draft(built).resolution).toEqual(['- We reset the panel. It worked.']);
    const worded = session().ran('Set-A.ps1', 'x', {
      ...changing,
      customer_outcome: 'Opened the door',
    });
    expect(draft(worded).resolution).toEqual(['- We opened the door.']);
  });

  it('says "It worked." once', () => {
    const built = session()
      .fix('Replace the relay', { outcome: 'worked' })
      .fix('Clean the contacts', { outcome: 'worked' });
    expect(draft(built).resolution).toEqual([
      '- We replaced the relay.',
      '- We cleaned the contacts. It worked.',
    ]);
  });
});

describe('in other languages', () => {
  it.each([
    [
      'de',
      'Durchgeführt: Relais tauschen. Das hat das Problem behoben.',
      'Die Ursache wurde nicht ermittelt.',
    ],
    [
      'fr',
      'Effectué : Relais tauschen. Cela a résolu le problème.',
      'La cause n’a pas été déterminée.',
    ],
    ['es', 'Realizado: Relais tauschen. Eso resolvió el problema.', 'No se determinó la causa.'],
  ] as const)('%s has its own standard sentences', (language, resolution, cause) => {
    const note = draft(session({ language }).fix('Relais tauschen', { outcome: 'worked' }));
    expect(note.resolution).toEqual([`- ${resolution}`]);
    expect(note.cause).toBe(cause);
  });
});
