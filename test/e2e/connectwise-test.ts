import { type FakeConnectWise, startFakeConnectWise } from '../fakes/connectwise/index.ts';
import { test as base } from './fixtures.ts';
import { Technician } from './technician.ts';

/** The ticket of the seed that most tests use. */
export const TICKET = 48213;

export const BOARD = {
  resolve: { id: 19, name: 'Completed' },
  escalate: { id: 20, name: 'Escalated' },
} as const;

/** The app, connected to a ConnectWise on loopback; every request and answer fits the schema at the end. */
export const test = base.extend<{ psa: FakeConnectWise; technician: Technician }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from the pattern
  psa: async ({}, use) => {
    const psa = await startFakeConnectWise();
    await use(psa);
    const { violations } = psa;
    await psa.stop();
    if (violations.length > 0) throw new Error(`Against the schema:\n${violations.join('\n')}`);
  },
  technician: async ({ app, psa }, use) => {
    const technician = new Technician(app.page);
    await connect(technician, psa);
    await use(technician);
  },
});

export { expect } from './fixtures.ts';

/** Enters the connection as the settings would. Keys last for the run where there is no keychain. */
export async function connect(technician: Technician, psa: FakeConnectWise): Promise<void> {
  const { company, client_id, public_key, private_key } = psa.credentials;
  await technician.value('settings.update', {
    connectwise_site: psa.url,
    connectwise_company: company,
    connectwise_client_id: client_id,
    connectwise_statuses: { '1': BOARD },
  });
  await technician.value('psa.setKeys', { public_key, private_key });
}

/** A session on a ticket, ready for either note. */
export async function sessionOnTicket(technician: Technician, ticket = TICKET): Promise<number> {
  const { id: session_id } = await technician.value('sessions.create', {
    title: 'Outlook asks for a password',
    intake: 'Outlook on the front desk asks for a password every few minutes.',
    domain: 'email',
    ticket_ref: `${ticket}`,
  });
  await technician.value('facts.add', {
    session_id,
    text: 'Webmail opens without a prompt.',
    source_type: 'diagnostic_check',
  });
  const { id: fix_id } = await technician.value('fixes.suggest', {
    session_id,
    title: 'Clear the stored sign-in',
    confidence: 86,
  });
  await technician.value('fixes.setOutcome', { fix_id, outcome: 'worked' });
  return session_id;
}
