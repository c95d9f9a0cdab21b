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
    expect(draft(two.name('TILL-05', 'host', 'the other till')).problem).toBe('Frozen till.');
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

  it('is the title and what was reported where no summary is fit for the customer', () => {
    const built = session({ title: 'Door stays shut', summary: '10.0.0.7 did not answer' })
      .fact('user_report', 'the door does not open')
      .fact('ticket', 'Since Monday')
      .fact('ticket', '\\\\FS01\\door is full');
    expect(draft(built).problem).toBe(
      'Door stays shut. Reported: the door does not open. Since Monday.',
    );
  });

  it('has what the ticket reports after the title', () => {
    const built = session({ title: 'Door stays shut' }).fact('ticket', 'Second ticket on this');
    expect(draft(built).problem).toBe('Door stays shut. Reported: Second ticket on this.');
    expect(draft(built).confirmed).toBe('Nothing confirmed yet.');
  });

  it('is the report in one line where the title is internal, and never a whole mail', () => {
    const title = '10.0.0.7 stays shut';
    expect(draft(session({ title, intake: 'The door stays shut.' })).problem).toBe(
      'Reported: "The door stays shut."',
    );
    const mail = 'Hello,\nthe door stays shut.\nBest regards\nAnn';
    expect(draft(session({ title, intake: mail })).problem).not.toContain('Hello');
    expect(draft(session({ title: 'Door stays shut', intake: mail })).problem).toBe(
      'Door stays shut.',
    );
  });

  it('has symptoms beside the summary only where they add to it, and to a cause only worded', () => {
    const built = session({ summary: 'The door stayed shut from 9:15.' })
      .fact('user_report', 'It stays shut since 9:15')
      .fact('user_report', 'It shows error 0x45')
      .fact('user_report', 'It buzzes');
    expect(draft(built).problem).toBe(
      'The door stayed shut from 9:15. Reported: It shows error 0x45.',
    );
    built.fact('technician', 'A relay was stuck', { role: 'cause' });
    expect(draft(built).problem).toBe('The door stayed shut from 9:15.');
    const worded = session({ summary: 'The door stayed shut.' }).fact('ticket', 'r3 = 0', {
      customer_wording: 'Visitors had to ring.',
    });
    expect(draft(worded).problem).toBe('The door stayed shut. Visitors had to ring.');
    const repeated = session({ summary: 'The door stayed shut from 9:15.' });
    repeated.fact('ticket', 'x', { customer_wording: 'Since 9:15 nobody got in.' });
    expect(draft(repeated).problem).toBe('The door stayed shut from 9:15.');
  });

  it('takes nothing for the problem that was noted after the first change', () => {
    const built = session({ title: 'Door stays shut' })
      .fix('Replace the relay', { outcome: 'partly' })
      .fact('user_report', 'It still buzzes at 10:05');
    expect(draft(built).problem).toBe('Door stays shut.');
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

  it('never has a report, which is no confirmation', () => {
    const alone = session({ summary }).fact('user_report', 'it buzzes').fact('ticket', 'All day');
    expect(draft(alone).confirmed).toBe('Nothing confirmed yet.');
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
      'Our technical findings so far are in our records.',
    ],
    [session({ summary }).ran('Get-Door.ps1', 'x'), 'Nothing confirmed yet.'],
    [
      session({ summary }).ran('Set-Door.ps1', 'x', { changes_system: true }),
      'Nothing confirmed yet.',
    ],
    [session({ summary }).fix('Free the relay', { outcome: 'worked' }), 'See Resolution below.'],
    [session({ summary }).fact('user_report', 'x'), 'Nothing confirmed yet.'],
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
      'The cause was found. What was done about it is under Resolution.',
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
    [{ outcome: 'pending' as const }, 'Result pending: Replace the relay.'],
    [
      { outcome: 'pending' as const, outcome_note: 'It comes on Friday' },
      'Result pending: Replace the relay (it comes on Friday).',
    ],
    [
      { outcome: 'pending' as const, outcome_note: 'waits for 10.0.0.7' },
      'Result pending: Replace the relay.',
    ],
    [
      {
        outcome: 'pending' as const,
        done: 'Ordered a relay',
        customer_note: 'It arrives on Friday.',
      },
      'We ordered a relay. The result cannot be confirmed yet: it arrives on Friday.',
    ],
    [
      { outcome: 'worked' as const, outcome_note: 'relay 3 = 1' },
      'We replaced the relay. Relay 3 = 1.',
    ],
    [
      { outcome: 'worked' as const, outcome_note: '10.0.0.7 answers' },
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

  it('says how it stands where it is not solved, and what was promised', () => {
    const failed = { outcome: 'failed' as const };
    expect(draft(session().fix('Replace the relay', failed)).resolution).toEqual([
      'The change we tried did not solve the problem.',
    ]);
    const twice = session({ escalation_reason: 'vendor' })
      .fix('Replace the relay', failed)
      .fix('Clean the contacts', failed);
    expect(draft(twice).resolution).toEqual([
      'The changes we tried did not solve the problem. It is now with the vendor.',
    ]);
    const worded = { ...failed, customer_note: 'The door closed again.' };
    expect(draft(session().fix('Replace the relay', worded)).resolution).toEqual([
      '- We replaced the relay. It did not help. The door closed again.',
    ]);
    const promised = session({ promised: 'a call by 15:00' }).check('Measure the line');
    expect(draft(promised).resolution).toEqual([
      'Nothing has been changed so far. We promised: a call by 15:00.',
    ]);
    promised.fact('user_report', 'It opens', { role: 'confirmation' });
    expect(draft(promised).resolution).toEqual(['- It opens.']);
    const internal = session({ promised: 'a new disk in 10.0.0.7' });
    expect(draft(internal).markdown).not.toContain('promised');
  });

  it('says that something was changed where its words are internal, and once', () => {
    const built = session()
      .fact('technician', 'Cleared 10.0.0.7', { role: 'change' })
      .fact('user_report', 'It opens', { role: 'confirmation' });
    expect(draft(built).resolution).toEqual([
      '- We made a change on the system. Technical details are in our records.',
      '- It opens.',
    ]);
  });

  it('keeps no capitals of a title inside its own sentence', () => {
    const built = session().fix('x', { outcome: 'worked', done: 'DELETED OLD LOGS' });
    expect(draft(built).resolution).toEqual(['- We deleted OLD LOGS. It worked.']);
  });

  it('has words for a title that begins with no verb of the table', () => {
    const built = session().fix('New relay', { outcome: 'worked' });
    expect(draft(built).resolution).toEqual(['- What we did: New relay. It worked.']);
  });

  it.each([
    ['proposed', 'Nothing has been changed so far. We are still looking into it.'],
    ['dismissed', 'Nothing has been changed so far.'],
  ] as const)('does not name a fix that was %s', (outcome, expected) => {
    const { resolution } = draft(session().fix('Replace the relay', { outcome, confidence: 45 }));
    expect(resolution).toEqual([expected]);
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
