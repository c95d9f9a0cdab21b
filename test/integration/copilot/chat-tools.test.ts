import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import type { SimilarWork } from '../../../shared/domain/similar-work.ts';
import {
  type FakeAnthropic,
  type FakeToolCall,
  startFakeAnthropic,
} from '../../fakes/anthropic.ts';
import { type Desk, openDesk, PING } from '../../fixtures/copilot/desk.ts';

let fake: FakeAnthropic;
beforeEach(async () => {
  fake = await startFakeAnthropic();
});
afterEach(() => fake.stop());

const factCall = (text: string, more: object = {}): FakeToolCall => ({
  name: 'propose_fact',
  input: {
    text,
    source_type: 'user_report',
    from_message: null,
    source_summary: null,
    role: null,
    customer_wording: null,
    ...more,
  },
});
const fixCall = (title: string, more: object = {}): FakeToolCall => ({
  name: 'propose_fix',
  input: { title, description: 'Because the record says so.', confidence: 70, ...more },
});

/** What the model was told of its calls in the round before a request. */
function told(desk: Desk, request = -1) {
  const blocks = desk.sent.at(request)?.messages.at(-1)?.content ?? [];
  return blocks
    .filter(({ type }) => type === 'tool_result')
    .map(({ content, is_error = false }) => ({ content: String(content), is_error }));
}

async function calling(desk: Desk, session: number, ...tools: FakeToolCall[]) {
  fake.answer({ text: '', tools }, { text: 'Done.' });
  const answer = await desk.ask(session, 'It began on Monday after the update KB5044285.');
  return { answer, proposals: desk.store.snapshot(session).proposals, results: told(desk) };
}

const kinds = (proposals: readonly Proposal[]) =>
  proposals.map(({ proposed, state }) => `${proposed.kind} ${state}`);

describe('the tools', () => {
  it('go along with every request, closed and without bounds', async () => {
    const desk = await openDesk({ url: fake.url });
    await calling(desk, desk.newSession());
    const tools = desk.sent[0]?.tools ?? [];
    expect(tools.map(({ name }) => name)).toEqual([
      'propose_fact',
      'propose_fix',
      'suggest_check',
      'propose_script',
      'propose_outcome',
      'propose_summary',
      'propose_hand_off',
      'search_similar_work',
    ]);
    expect(tools.every(({ strict }) => strict)).toBe(true);
    expect(JSON.stringify(tools)).not.toMatch(/maxLength|minimum|pattern|\$schema/);
    expect(JSON.stringify(tools).match(/"additionalProperties":false/g)?.length).toBe(10);
  });

  it('propose a fact, which is no confirmed one', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const version = desk.store.sessions.get(session).state_version;
    const { answer, proposals, results } = await calling(
      desk,
      session,
      factCall('It began on Monday after KB5044285 and hits SRV-09 too.', { from_message: 1 }),
    );
    expect(answer).toMatchObject({ state: 'complete', body: 'Done.', notices: [] });
    const [fact] = desk.store.facts.list(session);
    expect(fact).toMatchObject({ status: 'proposed', source_message_id: 1 });
    expect(proposals).toMatchObject([
      {
        message_id: answer.id,
        state: 'open',
        proposed: { kind: 'fact', fact_id: fact?.id, unsupported: ['SRV-09'] },
      },
    ]);
    expect(results).toEqual([
      { content: `Proposed as fact:${fact?.id}. The technician decides.`, is_error: false },
    ]);
    expect(desk.store.sessions.get(session).state_version).toBeGreaterThanOrEqual(version);
  });

  it('propose a fix that supersedes nothing until it is confirmed', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const fix = desk.store.fixes.suggest({
      session_id: session,
      title: 'Rebuild the profile',
      description: '',
      confidence: 40,
    });
    const { proposals, results } = await calling(
      desk,
      session,
      fixCall('rebuild the profile.'),
      fixCall('Remove the old credentials'),
      fixCall('Remove the old credentials'),
    );
    expect(kinds(proposals)).toEqual(['fix open']);
    expect(desk.store.fixes.list(session)).toEqual([fix]);
    expect(results.map(({ is_error }) => is_error)).toEqual([true, false, true]);
    expect(results[0]?.content).toContain('active fix already');
  });

  it('suggest a check, which is on the list at once', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const check = { instruction: 'Run dsregcmd /status', meaning: 'Joined or not' };
    const { proposals, results } = await calling(
      desk,
      session,
      { name: 'suggest_check', input: check },
      { name: 'suggest_check', input: check },
    );
    expect(kinds(proposals)).toEqual(['check open']);
    expect(desk.store.checks.list(session)).toMatchObject([{ ...check, state: 'open' }]);
    expect(results[1]?.content).toContain('on the list already');
  });

  it('propose a script with values that fit, and never a password', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const script = (values: object[], template = PING.key) => ({
      name: 'propose_script',
      input: { template, values, reason: 'To see whether it answers.' },
    });
    const { answer, proposals, results } = await calling(
      desk,
      session,
      script([{ name: 'HostName', value: 'srv-01' }]),
      script([{ name: 'HostName', value: 'srv 01' }]),
      script([{ name: 'Secret', value: 'hunter2' }]),
      script([{ name: 'Other', value: 'x' }]),
      script([], 'shipped/format-disk'),
    );
    expect(proposals.map(({ proposed }) => proposed)).toEqual([
      {
        kind: 'script',
        template_key: PING.key,
        template_name: PING.name,
        values: { HostName: 'srv-01' },
        reason: 'To see whether it answers.',
      },
    ]);
    expect(results.map(({ is_error }) => is_error)).toEqual([false, true, true, true, true]);
    expect(desk.store.scripts.list(session)).toEqual([]);
    expect(answer.notices).toHaveLength(2);
    expect(answer.notices.join(' ')).toContain('with a password in it');
  });

  it('propose an outcome, which changes nothing on the fix', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const fix = desk.store.fixes.suggest({
      session_id: session,
      title: 'Rebuild the profile',
      description: '',
      confidence: 40,
    });
    const outcome = (input: object) => ({
      name: 'propose_outcome',
      input: { fix: fix.id, outcome: 'worked', note: null, done: null, cause: null, ...input },
    });
    const { proposals, results } = await calling(
      desk,
      session,
      outcome({}),
      outcome({}),
      outcome({ outcome: 'failed' }),
      outcome({ fix: 999 }),
      outcome({ outcome: 'resolved' }),
    );
    expect(kinds(proposals)).toEqual(['outcome open']);
    expect(desk.store.fixes.get(fix.id)).toEqual(fix);
    expect(results.map(({ is_error }) => is_error)).toEqual([false, true, true, true, true]);
  });

  it('propose a role and words for the customer with a fact', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const { proposals } = await calling(
      desk,
      session,
      factCall('The update KB5044285 broke the sign-in.', {
        ...{ from_message: 1, source_type: 'technician', role: 'cause' },
        customer_wording: 'An update on PC-77 broke the sign-in.',
      }),
      factCall('Nobody else is affected.', { from_message: 1 }),
      factCall('The log is empty.', { from_message: 1, role: 'guess' }),
    );
    const facts = desk.store.facts.list(session);
    expect(facts).toMatchObject([
      { role: 'cause', customer_wording: 'An update on PC-77 broke the sign-in.' },
      { role: 'symptom', customer_wording: null },
    ]);
    expect(facts.map(({ status }) => status)).toEqual(['proposed', 'proposed']);
    expect(proposals.map(({ proposed }) => proposed)).toMatchObject([
      { role: 'cause', customer_wording: facts[0]?.customer_wording, unsupported: ['PC-77'] },
      { role: 'symptom', customer_wording: null, unsupported: [] },
    ]);
    expect(desk.store.facts.confirm(facts[0]?.id ?? 0)).toMatchObject({
      ...{ status: 'confirmed', role: 'cause', customer_wording: facts[0]?.customer_wording },
    });
  });

  it('propose what was done and the cause with an outcome', async () => {
    const desk = await openDesk({ url: fake.url });
    const session_id = desk.newSession();
    const { id } = desk.store.fixes.suggest({
      ...{ session_id, title: 'Rebuild the profile', description: '', confidence: 40 },
    });
    const outcome = (done: string | null, cause: string | null) => ({
      name: 'propose_outcome',
      input: { fix: id, outcome: 'worked', note: null, done, cause },
    });
    desk.store.fixes.setOutcome(id, { outcome: 'worked', outcome_note: null });
    const before = desk.store.snapshot(session_id);
    const { proposals, results } = await calling(
      desk,
      session_id,
      outcome(null, null),
      outcome('Rebuilt the profile on PC-77.', 'A broken profile.'),
    );
    expect(results.map(({ is_error }) => is_error)).toEqual([true, false]);
    expect(proposals.map(({ proposed }) => proposed)).toEqual([
      {
        ...{ kind: 'outcome', fix_id: id, fix_title: 'Rebuild the profile', outcome: 'worked' },
        ...{ note: null, done: 'Rebuilt the profile on PC-77.', cause: 'A broken profile.' },
        unsupported: ['PC-77'],
      },
    ]);
    const { facts, fixes } = desk.store.snapshot(session_id);
    expect([facts, fixes]).toEqual([before.facts, before.fixes]);
    desk.store.fixes.setOutcome(id, {
      ...{ outcome: 'worked', outcome_note: null, done: 'Rebuilt the profile.' },
      cause: { kind: 'text', text: 'A broken profile.', source_type: 'technician' },
      proposal_id: proposals[0]?.id,
    });
    const after = desk.store.snapshot(session_id);
    expect(after.facts).toMatchObject([{ role: 'cause', status: 'confirmed' }]);
    expect(after.fixes).toMatchObject([{ done: 'Rebuilt the profile.' }]);
    expect(after.proposals).toMatchObject([{ state: 'confirmed' }]);
  });

  it('propose a summary, which is none until it is saved', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const summary = (words: string, customer_summary: string | null = null) => ({
      name: 'propose_summary',
      input: { summary: words, customer_summary },
    });
    const { proposals, results } = await calling(
      desk,
      session,
      summary('Outlook asked for the password\nafter KB5044285.', 'Sign-in on PC-77 failed.'),
      summary('outlook asked for the password after KB5044285', 'Sign-in on PC-77 failed'),
      summary('  '),
    );
    const proposed = {
      ...{ kind: 'summary', summary: 'Outlook asked for the password after KB5044285.' },
      ...{ customer_summary: 'Sign-in on PC-77 failed.', unsupported: ['PC-77'] },
    };
    expect(proposals).toMatchObject([{ state: 'open', proposed }]);
    expect(results.map(({ is_error }) => is_error)).toEqual([false, true, true]);
    expect(desk.store.sessions.get(session)).toMatchObject({ summary: '', customer_summary: null });

    desk.store.proposals.reject(proposals[0]?.id ?? 0);
    const again = await calling(
      desk,
      session,
      summary(proposed.summary, proposed.customer_summary),
    );
    expect(again.results[0]?.content).toContain('turned this down');
  });

  it('propose hand-off fields, each only where it is new', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    desk.store.sessions.update(session, { since: 'Monday' });
    const fields = (...pairs: readonly (readonly [string, string])[]) => ({
      name: 'propose_hand_off',
      input: { fields: pairs.map(([field, value]) => ({ field, value })) },
    });
    const { proposals, results } = await calling(
      desk,
      session,
      fields(['since', 'monday.'], ['affected', 'All of SITE-9'], ['escalation_reason', 'vendor']),
      fields(['affected', 'all of SITE-9']),
      fields(['escalation_reason', 'bored']),
      fields(['contact', 'Mornings'], ['contact', 'Evenings']),
      fields(['title', 'Changed']),
      fields(),
    );
    expect(proposals.map(({ proposed }) => proposed)).toEqual([
      {
        kind: 'hand_off',
        fields: [
          { field: 'affected', value: 'All of SITE-9' },
          { field: 'escalation_reason', value: 'vendor' },
        ],
        unsupported: ['SITE-9'],
      },
    ]);
    expect(results.map(({ is_error }) => is_error)).toEqual([
      ...[false, true, true, true, true, true],
    ]);
    expect(desk.store.sessions.get(session)).toMatchObject({ affected: null, since: 'Monday' });
  });

  it('search similar work, whose texts come fenced and without secrets', async () => {
    const desk = await openDesk({ url: fake.url, similar: [alike('Sunshine-77-rain')] });
    desk.secrets.remember('Sunshine-77-rain');
    const session = desk.newSession();
    const { results } = await calling(desk, session, {
      name: 'search_similar_work',
      input: { query: 'credential manager' },
    });
    expect(desk.queries).toEqual(['credential manager']);
    const [{ content, is_error } = { content: '', is_error: true }] = results;
    expect(is_error).toBe(false);
    expect(content).toMatch(/^Similar work begins ([0-9a-f]{16})\n[\s\S]+\nSimilar work ends \1\n/);
    expect(content).not.toContain('Sunshine');
    expect(content).toContain('(secret)');
  });

  it('search similar work without a half of a secret where its texts are cut', async () => {
    // What is kept of a long text stands at its beginning and its end; this is cut in two there.
    const secret = 'Sunshine-77-rain';
    for (const before of [300, 305, 310, 315, 320, 325, 330]) {
      const note = `${'x'.repeat(before)} ${secret} ${'y '.repeat(1_000)}`;
      const desk = await openDesk({ url: fake.url, similar: [alike(note)] });
      desk.secrets.remember(secret);
      const { results } = await calling(desk, desk.newSession(), {
        name: 'search_similar_work',
        input: { query: null },
      });
      expect(results[0]?.content).not.toMatch(/Sunsh|77-rain/);
    }
  });

  it('propose nothing any more once the answer was stopped', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const searched = vi.spyOn(desk.secrets, 'redactAll').mockImplementation(async (texts) => {
      // Stopped while the words of the proposal are searched for secrets.
      if (texts.includes('Format it')) desk.copilot.stop(session);
      return { texts, removed: 0 };
    });
    fake.answer({ text: '', tools: [fixCall('Format it')] }, { text: 'Done.' });
    const answer = await desk.ask(session, 'Go on');
    expect(searched).toHaveBeenCalled();
    expect(answer.state).toBe('stopped');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(desk.store.snapshot(session).proposals).toEqual([]);
    expect(desk.sent).toHaveLength(1);
  });

  it('are counted: twelve proposals an answer, five rounds, then the answer', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const many = Array.from({ length: 14 }, (_, index) =>
      factCall(`Observation of the kind ${'abcdefghijklmnop'[index]}`),
    );
    const first = await calling(desk, session, ...many);
    expect(first.proposals).toHaveLength(12);
    expect(first.answer.notices).toHaveLength(1);
    const search = { name: 'search_similar_work', input: { query: null } };
    fake.answer({ text: 'And again.', tools: [search] });
    const before = desk.sent.length;
    const second = await desk.ask(session, 'Go on');
    expect(second.state).toBe('complete');
    const requests = desk.sent.slice(before);
    expect(requests).toHaveLength(6);
    expect(requests.map(({ tool_choice }) => tool_choice?.type)).toEqual([
      ...Array.from({ length: 5 }, () => undefined),
      'none',
    ]);
    expect(second.body).toBe(Array.from({ length: 6 }, () => 'And again.').join('\n\n'));
  });

  it('tell the model of an answer that had nothing but proposals, or failed after them', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    fake.answer({ text: '', tools: [fixCall('Rebuild the profile')] }, { text: ' ' });
    expect((await desk.ask(session, 'What now?')).body).toBe('');
    fake.answer({ text: 'A half', tools: [fixCall('Repair Office')] }, { status: 500 });
    expect((await desk.ask(session, 'Or else?')).state).toBe('failed');
    fake.answer({ text: 'Fine.' });
    await desk.ask(session, 'And now?');
    const turns = desk.sent.at(-1)?.messages ?? [];
    expect(turns.map(({ role }) => role)).toEqual(['user']);
    const told = JSON.stringify(turns);
    for (const title of ['Rebuild the profile', 'Repair Office']) {
      expect(told).toContain(`You answered with proposals alone: fix “${title}”: not decided yet.`);
    }
    expect(told).not.toContain('A half');
  });

  it('tell the model afterwards what became of what it proposed', async () => {
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    fake.answer(
      { text: 'Noted.', tools: [factCall('Only one user is affected')] },
      { text: 'Is it one device?' },
      { text: 'Fine.' },
    );
    await desk.ask(session, 'Only one user is affected');
    const [fact] = desk.store.facts.list(session);
    desk.store.facts.confirm(fact?.id ?? 0);
    await desk.ask(session, 'Yes, one device');
    const turns = desk.sent.at(-1)?.messages ?? [];
    expect(turns.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    const last = JSON.stringify(turns.at(-1));
    expect(last).toContain(
      'Of what you proposed there: fact “Only one user is affected”: confirmed.',
    );
    expect(last).toContain(`CONFIRMED FACTS\\n[fact:${fact?.id}]`);
  });
});

function alike(note: string): SimilarWork {
  const at = 1;
  return {
    session: {
      id: 77,
      title: 'Password asked for again',
      domain: 'email',
      ticket_ref: null,
      state: 'resolved',
      updated_at: at,
      closed_at: at,
    },
    shared_words: ['password'],
    fix: {
      id: 5,
      session_id: 77,
      title: 'Cleared the credential manager',
      description: `Set it to ${note}`,
      confidence: 90,
      outcome: 'worked',
      outcome_note: null,
      outcome_at: at,
      ...{ done: null, customer_done: null, customer_note: null, left_in_place: false },
      applied_at: at,
      superseded_at: null,
      from_session_id: null,
      created_at: at,
    },
    facts: [],
  };
}
