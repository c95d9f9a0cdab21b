import { assert, constantFrom, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAccess } from '../../../electron/psa/connectwise/access.ts';
import { parseBody } from '../../../electron/psa/connectwise/answer.ts';
import { answerFailure, unreadableFailure } from '../../../electron/psa/connectwise/errors.ts';
import { faultFailure, outcomeUnknown } from '../../../electron/psa/connectwise/fault-errors.ts';
import { faultOf } from '../../../electron/psa/connectwise/faults.ts';
import { addNote, changeStatus, readTicket } from '../../../electron/psa/connectwise/operation.ts';
import { AppError } from '../../../shared/errors.ts';
import { runs } from '../../exploring/runs.ts';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const CONTEXT = {
  operation: readTicket(48213),
  host: 'api-na.myconnectwise.net',
  redact: (text: string) => text,
  now: () => NOW,
};

function failure(status: number, body: unknown, retry_after: string | null = null) {
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  return answerFailure({ status, retry_after, body: parseBody(raw) }, CONTEXT);
}

const wrongBoard = {
  code: 'InvalidObject',
  message: 'ticket object is invalid',
  errors: [
    {
      code: 'NotFound',
      message: 'Service Status 17 not found for Service Board 21',
      resource: 'ticket',
      field: 'status/id',
    },
  ],
};
const security = {
  code: 'Security',
  message: 'You do not have security permission to perform this action.',
  errors: null,
};

describe('what ConnectWise answers, in the words of the technician', () => {
  it.each([
    [
      'a status of another board',
      400,
      wrongBoard,
      'PSA_REJECTED',
      /Status 17 not found for Service/,
    ],
    [
      'a note without a place',
      400,
      { code: 'InvalidObject', message: 'serviceNote object is invalid', errors: null },
      'PSA_REJECTED',
      /refused to show ticket #48213 \(400\)\. It says: serviceNote object is invalid\./,
    ],
    [
      'a bad condition',
      400,
      { code: 'ApiFindCondition', message: 'Condition field not found', errors: [] },
      'PSA_REJECTED',
      /Condition field not found/,
    ],
    [
      'a route that is none',
      400,
      'Cannot route. Codebase/company is invalid',
      'NOT_CONFIGURED',
      /comp/,
    ],
    [
      'wrong keys',
      401,
      { code: 'Unauthorized', message: 'Incorrect public/private key' },
      'AUTH_FAILED',
      /Enter public and private key again/,
    ],
    [
      'a member that may not come in',
      401,
      { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' },
      'AUTH_FAILED',
      /member is active/,
    ],
    ['no reason for a 401', 401, '', 'AUTH_FAILED', /public key, private key and company/],
    [
      'no client id',
      401,
      { code: 'Unauthorized', message: 'Missing clientId header' },
      'NOT_CONFIGURED',
      /client id/,
    ],
    [
      'no client id, the other way',
      403,
      { code: 'Forbidden', message: 'A Client ID is required' },
      'NOT_CONFIGURED',
      /client id/,
    ],
    ['a missing right', 403, security, 'PSA_REJECTED', /Service Desk → Service Tickets: Inquire/],
    ['a missing right, with another status', 400, security, 'PSA_REJECTED', /security role/],
    ['a missing right, without words', 403, '', 'PSA_REJECTED', /An administrator can grant it/],
    [
      'the host that people open',
      403,
      { code: 'Security', message: 'SSL is required.', errors: null },
      'NOT_CONFIGURED',
      /begins with "api-"/,
    ],
    [
      'a record that is gone',
      404,
      { code: 'NotFound', message: 'x' },
      'NOT_FOUND',
      /no ticket #48213/,
    ],
    ['a page for a 404', 404, '<html><title>404</title></html>', 'NOT_FOUND', /no ticket #48213/],
    ['a wrong method', 405, '', 'PSA_REJECTED', /\(405\)\. It gives no reason/],
    ['a proxy that wants a name', 407, '', 'OFFLINE', /proxy/],
    ['a wrong media type', 415, '', 'PSA_REJECTED', /\(415\)/],
    [
      'a record in use',
      409,
      { message: 'in use' },
      'PSA_REJECTED',
      /someone else.*It says: in use\./,
    ],
    [
      'throttling',
      429,
      { error: 'ConnectWiseAPI', message: 'Too many requests. Please try again in 30 seconds.' },
      'RATE_LIMITED',
      /Try again in 30 seconds/,
    ],
    ['a fault', 500, { message: 'boom' }, 'PSA_REJECTED', /fault \(500\).*It says: boom\./],
    [
      'a fault of the gateway',
      502,
      '<html><head><title>502 Bad Gateway</title></head></html>',
      'PSA_REJECTED',
      /fault \(502\).*502 Bad Gateway/,
    ],
  ] as const)('%s', (_, status, body, code, message) => {
    const { error } = failure(status, body);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.details?.status).toBe(status);
  });

  it('keeps the reason, the code and the field for whoever shows them', () => {
    expect(failure(400, wrongBoard).error.details).toEqual({
      status: 400,
      reason: 'Service Status 17 not found for Service Board 21',
      psa_code: 'InvalidObject',
      psa_field: 'status/id',
    });
    expect(failure(403, security).error.details?.missing_right).toMatch(/Service Tickets/);
  });

  it('says when a throttled caller may come back', () => {
    expect(failure(429, '', '12').error.details?.retry_at).toBe(NOW + 12_000);
    expect(failure(429, '').error.details?.retry_at).toBe(NOW + 30_000);
  });

  it('repeats faults and throttling, and no refusal', () => {
    for (const status of [429, 500, 502, 503, 504, 408]) {
      expect(failure(status, '').retry).not.toBeNull();
    }
    for (const status of [400, 401, 403, 404, 405, 407, 409, 415, 422]) {
      expect(failure(status, '').retry).toBeNull();
    }
  });

  it('is in doubt about a write after faults only', () => {
    for (const status of [500, 502, 503, 408]) expect(failure(status, '').in_doubt).toBe(true);
    for (const status of [400, 401, 403, 404, 409, 429]) {
      expect(failure(status, '').in_doubt).toBe(false);
    }
    const page = { status: 200, retry_after: null, body: parseBody('<html>') };
    expect(unreadableFailure(page, CONTEXT)).toMatchObject({ in_doubt: true, retry: null });
  });

  it('names the right to close where the status is known to close, or not known at all', () => {
    const refused = (closes: boolean | null) =>
      answerFailure(
        { status: 403, retry_after: null, body: parseBody('') },
        { ...CONTEXT, operation: changeStatus(1, closes) },
      ).error.message;
    expect(refused(true)).toMatch(
      /Service Tickets: Edit, and Service Desk → Close Service Tickets/,
    );
    expect(refused(null)).toMatch(/if the status closes it, Service Desk → Close Service Tickets/);
    expect(refused(false)).not.toMatch(/Close Service Tickets/);
  });
});

describe('keys', () => {
  const key = stringMatching(/^[A-Za-z0-9+/=:&"<%. -]{8,24}$/).filter(
    (text) => text.trim().length >= 8,
  );
  const status = constantFrom(200, 400, 401, 403, 404, 409, 429, 500, 502);
  const shape = constantFrom(
    (said: string) => JSON.stringify({ code: said, message: said }),
    (said: string) => JSON.stringify({ code: 'X', errors: [{ message: said, field: said }] }),
    (said: string) => said,
    (said: string) => `<html><title>${said.replaceAll('<', '&lt;')}</title></html>`,
  );

  it('are in no error, whatever a server repeats of what it was sent', async () => {
    const cases: { publicKey: string; privateKey: string; status: number; of: number }[] = [];
    const shapes: ((said: string) => string)[] = [];
    assert(
      property(key, key, status, shape, (publicKey, privateKey, code, one) => {
        cases.push({ publicKey, privateKey, status: code, of: shapes.push(one) - 1 });
      }),
      { numRuns: runs(400) },
    );
    for (const { publicKey, privateKey, status: code, of } of cases) {
      const access = await openAccess({
        company: 'lakeside',
        client_id: 'id',
        keys: async () => ({ public_key: publicKey, private_key: privateKey }),
      });
      const header = access.headers.Authorization;
      const said = `You sent ${header}, that is lakeside+${publicKey.trim()}:${privateKey.trim()}.`;
      const answer = {
        status: code,
        retry_after: null,
        body: parseBody(shapes[of]?.(said) ?? said),
      };
      const context = { ...CONTEXT, redact: access.redact, operation: addNote(1) };
      const fault = faultOf(new Error(said, { cause: new Error(said) }), access.redact);
      const errors = [
        answerFailure(answer, context).error,
        unreadableFailure(answer, context).error,
        faultFailure(fault, context).error,
        outcomeUnknown(context, answerFailure(answer, context).error),
        outcomeUnknown(context, faultFailure(fault, context).error),
      ];
      for (const error of errors) {
        const told = everythingIn(error);
        for (const secret of [publicKey.trim(), privateKey.trim(), header.slice(6)]) {
          expect(told).not.toContain(secret);
        }
      }
    }
  });

  it('are not in what is said of a keychain that failed', async () => {
    const error = await openAccess({
      company: 'lakeside',
      client_id: 'id',
      keys: () => Promise.reject(new Error('could not keep pRiVkEy01')),
    }).catch((failure: AppError) => failure);
    if (!(error instanceof AppError)) throw new Error('it was opened');
    expect(error.code).toBe('KEYCHAIN_UNAVAILABLE');
    expect(everythingIn(error)).not.toContain('pRiVkEy01');
  });

  it.each([
    ['no company', { company: ' ' }, 'company'],
    ['a company with a plus', { company: 'a+b' }, 'company'],
    ['a company that climbs', { company: '..' }, 'company'],
    ['no client id', { client_id: '' }, 'client_id'],
    ['a client id over two lines', { client_id: 'a\r\nX: y' }, 'client_id'],
    ['no keys', { keys: async () => null }, 'keys'],
    ['half the keys', { keys: async () => ({ public_key: 'a', private_key: ' ' }) }, 'keys'],
  ])(
    'and the rest of the access are checked before anything is sent: %s',
    async (_, given, field) => {
      const options = {
        company: 'lakeside',
        client_id: 'id',
        keys: async () => ({ public_key: 'a', private_key: 'b' }),
        ...given,
      };
      await expect(openAccess(options)).rejects.toMatchObject({
        code: 'NOT_CONFIGURED',
        details: { field },
      });
    },
  );
});

function everythingIn(error: AppError): string {
  const { message, details, stack, cause } = error;
  const of = cause instanceof Error ? `${cause.message} ${cause.stack} ${String(cause.cause)}` : '';
  return `${message} ${JSON.stringify(details)} ${stack} ${of} ${Object.values(details ?? {}).join(' ')}`;
}
