import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import { type Failure, type FailureContext, PROXY } from './errors.ts';
import type { Fault } from './faults.ts';

const SETTINGS = 'Settings → ConnectWise';

/** What it means that no answer came, for a request that only reads; writes are judged by the doubt. */
export function faultFailure(fault: Fault, { host, operation }: FailureContext): Failure {
  const options = fault.cause === undefined ? undefined : { cause: fault.cause };
  const { code, message } = wordsOf(fault, host, operation.doing);
  return {
    error: new AppError(code, message, { fault: fault.kind }, options),
    retry: WORTH_REPEATING.has(fault.kind) ? { after: null } : null,
    in_doubt: !fault.nothing_sent,
    route_missing: false,
  };
}

/**
 * A write that was sent and of which nobody knows whether it was done. `last` is what came of the
 * last attempt.
 */
export function outcomeUnknown({ operation }: FailureContext, last: AppError): AppError {
  const was = last.code === 'CANCELLED' ? 'It was stopped while under way.' : last.message;
  return new AppError(
    'PSA_OUTCOME_UNKNOWN',
    `ConnectWise was asked to ${operation.doing}, and whether it did is not known. ${was} Look at the ticket before trying again.`,
    { ...last.details, cancelled: last.code === 'CANCELLED' },
    last.cause === undefined ? undefined : { cause: last.cause },
  );
}

/** A time-out has cost the technician half a minute already; a certificate does not get better. */
const WORTH_REPEATING: ReadonlySet<Fault['kind']> = new Set([
  'no_name',
  'refused',
  'no_network',
  'broken',
]);

function wordsOf(
  { kind }: Fault,
  host: string,
  doing: string,
): { readonly code: ErrorCode; readonly message: string } {
  switch (kind) {
    case 'cancelled':
      return { code: 'CANCELLED', message: 'Stopped.' };
    case 'redirect':
      return {
        code: 'NOT_CONFIGURED',
        message: `${host} passes requests on to another address, and keys are not sent after it. Enter the final address in ${SETTINGS}.`,
      };
    case 'no_name':
      return offline(
        `${host} cannot be found from here. Check the network, then the address in ${SETTINGS}.`,
      );
    case 'refused':
      return offline(
        `Nothing answers at ${host}. Check the network, then the address in ${SETTINGS}.`,
      );
    case 'certificate':
      return offline(
        `No trusted connection to ${host}: its certificate was refused, or it does not speak https. Check that the date and the clock of this computer are right. If the certificate is your own, or this network inspects traffic, it must be installed on this computer.`,
      );
    case 'proxy':
      return offline(PROXY);
    case 'no_network':
      return offline(`No network: ${host} cannot be reached from here.`);
    case 'time_out':
      return offline(`ConnectWise did not answer in time when asked to ${doing}. Try again.`);
    case 'broken':
      return offline(`The connection to ${host} broke off. Try again.`);
  }
}

function offline(message: string): { readonly code: ErrorCode; readonly message: string } {
  return { code: 'OFFLINE', message };
}
