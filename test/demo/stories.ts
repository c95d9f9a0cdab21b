import type { NoteKind } from '../../shared/domain/note.ts';

/** One session of the demo, as a technician would type it. */
export interface Story {
  readonly title: string;
  readonly problem: string;
  /** The ticket of the fake ConnectWise that it is linked to, where one takes part. */
  readonly ticket_id: number;
  readonly status: string;
  readonly lane: readonly string[];
  readonly seenAsFact: string;
  /** Whether the fix is applied and works. */
  readonly worked: boolean;
  readonly kind: NoteKind;
  /** The kind that is looked at first and not posted. */
  readonly other: NoteKind;
  readonly edit: { readonly after: string; readonly typed: string };
  readonly file: string;
}

export const RESOLVED: Story = {
  title: 'Outlook asks for a password after migration',
  ticket_id: 48213,
  status: 'Completed',
  problem:
    'Since the mailbox was moved on 18 November, Outlook on the workstation of Ms Halloran asks for the password again and again. Mail on her phone works.',
  lane: [
    'Started with the sign-in log while she reads me the exact prompt.',
    '/user Outlook asks for the password every few minutes since the morning of 18 November.',
    '/check Mail in the browser and on the phone works with the same account.',
    '/check The sign-in log shows an old sign-in from Outlook being refused, and new ones accepted.',
    '/fact The mailbox was moved to Exchange Online on 18 November.',
    '/fact The prompt was caused by a saved Office sign-in from before the move.',
    '/fix 86 Clear the stored Office sign-in and sign in again — Remove the saved Office entries, sign out of Office, start Outlook and sign in.',
    '/ran Clear-OfficeCredential — removed three saved Office entries',
  ],
  seenAsFact: 'Mail in the browser and on the phone works',
  worked: true,
  kind: 'resolve',
  other: 'escalate',
  edit: {
    after: 'We cleared',
    // The editor goes on with the bullet by itself.
    typed: '\nOutlook was opened again twice afterwards and asked for nothing.',
  },
  file: 'resolution-note.md',
};

export const ESCALATED: Story = {
  title: 'VPN drops after 60 seconds',
  ticket_id: 48241,
  status: 'Escalated',
  problem:
    'Three people at the Lakeside office lose the VPN about a minute after connecting. It began on Thursday. Everyone else connects normally.',
  lane: [
    '/user The tunnel connects and ends about one minute later, each time.',
    '/check On a phone hotspot the same laptop stays connected for 20 minutes.',
    '/check The office firewall was updated on Wednesday evening.',
    '/fix 45 Raise the idle time-out on the firewall — The session table may end the tunnel early.',
    '/fix 72 Turn off UDP flood protection for the VPN port — The new firmware counts the tunnel as a flood.',
    '/ran Test-TunnelStability — tunnel ended after 61 seconds in three of three runs',
  ],
  seenAsFact: 'On a phone hotspot the same laptop stays connected',
  worked: false,
  kind: 'escalate',
  other: 'resolve',
  edit: {
    after: '## Suggested next steps',
    typed: '\n- Ask the network team for the change record of Wednesday.',
  },
  file: 'escalation-package.md',
};
