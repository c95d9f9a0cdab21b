import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsInPast, pastTense } from '../../../shared/notes/past-tense.ts';

describe('a title in the past tense', () => {
  it.each([
    ['Clear the stored Office sign-in', 'Cleared the stored Office sign-in'],
    [
      'Clear the saved sign-in and rebuild the token',
      'Cleared the saved sign-in and rebuilt the token',
    ],
    ['Clear the cache and restart Outlook', 'Cleared the cache and restarted Outlook'],
    ['Re-register the device', 'Re-registered the device'],
    ['Force-close Teams', 'Force-closed Teams'],
    ['Format the stick and copy it', 'Formatted the stick and copied it'],
    ['Ask her to restart the laptop', 'Asked her to restart the laptop'],
    ['Restart the spooler', 'Restarted the spooler'],
    ['Replace the toner cartridge', 'Replaced the toner cartridge'],
    ['Apply KB5034441', 'Applied KB5034441'],
    ['Copy the profile to DESK-114', 'Copied the profile to DESK-114'],
    ['Deploy the agent', 'Deployed the agent'],
    ['Set the DNS server to 10.0.4.21', 'Set the DNS server to 10.0.4.21'],
    ['Run sfc /scannow', 'Ran sfc /scannow'],
    ['Rebuild the search index', 'Rebuilt the search index'],
    ['Back up the mailbox', 'Backed up the mailbox'],
    ['Power off the modem for a minute', 'Powered off the modem for a minute'],
    ['Turn off sleep on the network card', 'Turned off sleep on the network card'],
    ['Sign out of Office, then sign in again', 'Signed out of Office, then signed in again'],
    [
      'Stop the spooler, delete the stuck jobs and start it again',
      'Stopped the spooler, deleted the stuck jobs and started it again',
    ],
    ['Remove the device and then re-enroll it', 'Removed the device and then re-enrolled it'],
    ['Manually clear the queue and restart', 'Manually cleared the queue and restarted'],
    ['disable IPv6', 'disabled IPv6'],
    ['Reset  the\nPIN', 'Reset the PIN'],
  ])('%j', (title, past) => {
    expect(pastTense(title)).toBe(past);
  });

  it('leaves lists of things and clauses of purpose alone', () => {
    expect(pastTense('Restart the router, modem and access point')).toBe(
      'Restarted the router, modem and access point',
    );
    expect(pastTense('Remove the printer and all its drivers')).toBe(
      'Removed the printer and all its drivers',
    );
    expect(pastTense('Install Teams and the Outlook add-in')).toBe(
      'Installed Teams and the Outlook add-in',
    );
  });

  it('leaves what is in the past already as it is', () => {
    expect(pastTense('Cleared the cache')).toBe('Cleared the cache');
    expect(pastTense('Cleared the cache and restart the service')).toBe(
      'Cleared the cache and restarted the service',
    );
  });

  it.each([
    'New toner cartridge',
    'Bad cable on port 4',
    'Back office printer',
    'Power supply of the switch',
    'Set-MailboxPermission for the shared mailbox',
    'Update: KB5034441',
    'Recycle the application pool',
    // The second word may be a verb or a thing.
    'Remove the cache and update files',
    'Left port of the switch',
    // Whose verb the second one is cannot be seen.
    'Ask her to close and reopen it',
    'Delete the rule that blocks it and restart it',
    // A verb that the table lacks must not stay in the present.
    'Clear the cache and recycle the pool',
    '',
    '  ',
  ])('is not known for %j', (title) => {
    expect(pastTense(title)).toBeNull();
  });

  it('never throws, and does not change twice', () => {
    const words = fc.constantFrom(
      'Clear',
      'and',
      'restart',
      'the',
      'cache',
      ',',
      'Reset',
      'ran',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (title) => {
          const past = pastTense(title);
          if (past !== null && !/\b(?:read|run)\b/i.test(past)) {
            expect([past, null]).toContain(pastTense(past));
          }
        },
      ),
    );
  });
});

describe('a text that begins in the past', () => {
  it('is found at the start of what was done', () => {
    expect(beginsInPast('Cleared the cache')).toBe(true);
    expect(beginsInPast('Manually rebuilt the index')).toBe(true);
    expect(beginsInPast('The vendor cleared the cache')).toBe(false);
    expect(beginsInPast('Left monitor flickers')).toBe(false);
  });
});
