import { type FakeAnswer, type FakeAnthropic, startFakeAnthropic } from '../fakes/anthropic.ts';
import { test as base, expect } from './fixtures.ts';
import { Technician } from './technician.ts';

export { expect };

/** The app with Anthropic's API on loopback and a key in memory. */
export const test = base.extend<{ fake: FakeAnthropic; technician: Technician }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from the pattern
  fake: async ({}, use) => {
    const fake = await startFakeAnthropic();
    await use(fake);
    await fake.stop();
  },
  technician: async ({ app, fake }, use) => {
    const technician = new Technician(app.page);
    await withKey(technician, fake);
    await use(technician);
  },
});

/** Gives a running app the address and a key of the fake. */
export async function withKey(technician: Technician, fake: FakeAnthropic): Promise<void> {
  await technician.value('settings.update', { ai_base_address: fake.url });
  await technician.value('ai.setKey', { key: 'sk-ant-canary-48213' });
}

export const SESSION = {
  title: 'Outlook asks for a password',
  problem: 'Since Monday Outlook on DESK-114 asks for the password again and again.',
};

/** A session in the lane; answers its id. The first message in a new home has the id 1. */
export async function openSession(technician: Technician, session = SESSION): Promise<number> {
  await technician.newSession(session);
  const [row] = await technician.value('sessions.list', {});
  return row?.id ?? 0;
}

/** Long enough to be looked at while it comes: `count` numbered sentences. */
export function longAnswer(count: number, word = 'Sentence'): string {
  return Array.from({ length: count }, (_, index) => `${word} ${index + 1} of ${count}.`).join(' ');
}

/** A fact as the copilot proposes it. */
export function fact(text: string, from_message: number | null = 1) {
  const input = {
    ...{ text, source_type: 'technician', from_message, source_summary: null },
    ...{ role: null, customer_wording: null },
  };
  return { name: 'propose_fact', input };
}

export function fix(title: string, confidence = 78) {
  const input = { title, description: 'Remove the entries and sign in again.', confidence };
  return { name: 'propose_fix', input };
}

/** The session as the main process has it. */
export function snapshotOf(technician: Technician, session_id: number) {
  return technician.value('sessions.get', { session_id });
}

/** An answer that calls tools, and the words after them. */
export function proposing(...tools: NonNullable<FakeAnswer['tools']>): FakeAnswer[] {
  return [{ text: 'Let me put that on record.', tools }, { text: 'Confirm what is right.' }];
}
