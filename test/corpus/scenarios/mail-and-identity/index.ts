import type { Scenario } from '../../scenario.ts';
import { blockedAbroad } from './blocked-abroad.ts';
import { bouncedByMailFlowRule } from './bounced-by-mail-flow-rule.ts';
import { calendarMissingOnPhone } from './calendar-missing-on-phone.ts';
import { leaverForwardLeft } from './leaver-forward-left.ts';
import { licenceCountShort } from './licence-count-short.ts';
import { lockoutsTwoSources } from './lockouts-two-sources.ts';
import { mailMarkedAsSpamAfterDnsMove } from './mail-marked-as-spam-after-dns-move.ts';
import { mailboxFullArchiveStalled } from './mailbox-full-archive-stalled.ts';
import { mfaLoopNewPhone } from './mfa-loop-new-phone.ts';
import { onboardingGroupMissing } from './onboarding-group-missing.ts';
import { outlookCrashAddIn } from './outlook-crash-add-in.ts';
import { outlookPasswordLoop } from './outlook-password-loop.ts';
import { phishedMailboxRule } from './phished-mailbox-rule.ts';
import { resetPageFailsForStaff } from './reset-page-fails-for-staff.ts';
import { sharedMailboxSendAs } from './shared-mailbox-send-as.ts';
import { unfamiliarSignInAlert } from './unfamiliar-sign-in-alert.ts';

/** Mail, identity, phishing. */
export const mailAndIdentity: readonly Scenario[] = [
  blockedAbroad,
  bouncedByMailFlowRule,
  calendarMissingOnPhone,
  leaverForwardLeft,
  licenceCountShort,
  lockoutsTwoSources,
  mailMarkedAsSpamAfterDnsMove,
  mailboxFullArchiveStalled,
  mfaLoopNewPhone,
  onboardingGroupMissing,
  outlookCrashAddIn,
  outlookPasswordLoop,
  phishedMailboxRule,
  resetPageFailsForStaff,
  sharedMailboxSendAs,
  unfamiliarSignInAlert,
];
