import { describe, expect, it } from 'vitest';
import { allFixes, buildBundle, type InputBundle } from '../../../electron/drafting/bundle.ts';
import { redactBundle } from '../../../electron/drafting/redact-bundle.ts';
import { renderBundle } from '../../../electron/drafting/render-bundle.ts';
import { createSecretGuard } from '../../../electron/secrets/index.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const SECRET = 'Harbor-Lantern-29';
const text = (field: string) => `${field} is ${SECRET}`;

/** A session with the secret in every text that it has. */
const everywhere = () =>
  buildBundle(
    session({
      title: text('title'),
      summary: text('summary'),
      customer_summary: text('customer summary'),
      intake: text('intake'),
      ticket_ref: '48213',
      affected: text('affected'),
      since: text('since'),
      impact: text('impact'),
      priority: text('priority'),
      escalation_reason: 'other',
      escalation_note: text('reason'),
      promised: text('promised'),
      contact: text('contact'),
      next_owner: text('owner'),
    })
      .fact('technician', text('fact'), {
        source_summary: text('source'),
        customer_wording: text('wording'),
        short_wording: text('short'),
      })
      .check(text('check'), text('meaning'))
      .ran(text('script'), text('result'), {
        customer_outcome: text('customer result'),
        undo: text('undo'),
        parameters: [{ name: text('parameter'), secret: false, value: text('value') }],
      })
      .fix(text('fix'), {
        description: text('description'),
        outcome: 'failed',
        outcome_note: text('note'),
        done: text('done'),
        customer_done: text('customer done'),
        customer_note: text('customer note'),
      })
      .fix(text('active'))
      .name(text('host'), 'host', text('called'))
      .build(),
  );

describe('a bundle without secrets', () => {
  it('has none in any text, whatever field it is in', async () => {
    const guard = createSecretGuard();
    guard.remember(SECRET, { session_id: 1 });
    const { bundle, secrets_removed } = await redactBundle(everywhere(), guard);
    expect(JSON.stringify(bundle)).not.toContain('Lantern');
    expect(bundle).toEqual(JSON.parse(JSON.stringify(everywhere()).replaceAll(SECRET, '(secret)')));
    expect(secrets_removed).toBeGreaterThan(30);
  });

  it('keeps the words of the schema, even where one is a password of the session', async () => {
    const words = ['finding', 'technician', 'email', 'failed', 'proposed', 'host', 'internal'];
    const guard = createSecretGuard();
    for (const word of words) guard.remember(word, { session_id: 1 });
    const plain = buildBundle(
      session()
        .fact('technician', 'The reader said failed.')
        .ran('Probe', 'failed')
        .fix('One', { outcome: 'failed' })
        .fix('Two')
        .name('EX-1', 'host')
        .build(),
    );
    const { bundle } = await redactBundle(plain, guard);
    const closed = ({ domain, names, facts, ...rest }: InputBundle) => [
      domain,
      names.map(({ kind }) => kind),
      facts.map(({ role, audience, source_type }) => [role, audience, source_type]),
      allFixes({ domain, names, facts, ...rest }).map(({ outcome }) => outcome),
    ];
    expect(closed(bundle)).toEqual(closed(plain));
    expect(bundle.facts[0]?.text).toBe('The reader said (secret).');
    expect(bundle.scripts[0]?.outcome).toBe('(secret)');
  });

  it('is the same one where there is nothing to take out', async () => {
    const plain = buildBundle(session().fact('technician', 'The disk is full.').build());
    const { bundle, secrets_removed } = await redactBundle(plain, createSecretGuard());
    expect(bundle).toBe(plain);
    expect(secrets_removed).toBe(0);
  });

  it('has none that comes together only in the prompt', async () => {
    const parameters = [{ name: 'AdminPassword', secret: false, value: 'Quiet-Meadow-81x' }];
    const plain = buildBundle(session().ran('Join', null, { parameters }).build());
    const { bundle } = await redactBundle(plain, createSecretGuard());
    expect(renderBundle(plain)).toContain('AdminPassword=Quiet-Meadow-81x');
    expect(renderBundle(bundle)).toContain('AdminPassword=(secret)');
  });
});
