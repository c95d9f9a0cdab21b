/** What the server says, before it is put on the wire. */
export interface Answer {
  readonly status: number;
  /** A string goes out as it is; anything else as JSON. */
  readonly body: unknown;
  readonly content_type: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The schema that the body has to meet; null where it is broken on purpose, or is no JSON. */
  readonly schema: string | null;
}

interface ValidationError {
  readonly code: string;
  readonly message: string;
  readonly resource?: string;
  readonly field?: string;
}

/** A good answer, held to `schema` (`Ticket`, or `Ticket[]` for a list). */
export function answer(
  status: number,
  schema: string,
  body: unknown,
  headers: Answer['headers'] = {},
): Answer {
  return { status, body, content_type: 'application/json; charset=utf-8', headers, schema };
}

/** An answer that is no JSON: a proxy's page, the router's one line. */
export function textAnswer(status: number, body: string, type = 'text/plain'): Answer {
  return { status, body, content_type: `${type}; charset=utf-8`, headers: {}, schema: null };
}

/** The usual shape of an error. */
export function errorAnswer(
  status: number,
  code: string,
  message: string,
  errors: readonly ValidationError[] | null = null,
): Answer {
  return answer(status, 'ApiError', { code, message, errors });
}

export const wrongKeys = () => errorAnswer(401, 'Unauthorized', 'Incorrect public/private key');

export const noClientId = () =>
  errorAnswer(401, 'ConnectWiseApi', 'A valid clientId header is required.');

export const forbidden = () =>
  errorAnswer(403, 'Security', 'You do not have security permission to perform this action.');

export const notFound = (what: string) => errorAnswer(404, 'NotFound', `${what} not found`);

export const cannotRoute = () =>
  textAnswer(400, 'Cannot route. Codebase/company is invalid. Unable to route request');

export const conflict = () =>
  errorAnswer(409, 'ConflictingRecord', 'The record is in use by another user.');

export const serverError = () =>
  errorAnswer(500, 'InternalServerError', 'An unexpected error occurred.');

export const badGateway = () =>
  textAnswer(
    502,
    '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
    'text/html',
  );

/** What a wrong cloud host sends instead of JSON. */
export const signInPage = () =>
  textAnswer(200, '<!DOCTYPE html><html><body><form id="login"></form></body></html>', 'text/html');

export const throttled = (seconds: number): Answer => ({
  ...answer(429, 'ThrottleError', {
    error: 'ConnectWiseAPI',
    message: `Too many requests. Please try again in ${seconds} seconds.`,
  }),
  headers: { 'retry-after': String(seconds) },
});

export const invalidTicket = (code: string, message: string, field: string) =>
  errorAnswer(400, 'InvalidObject', 'ticket object is invalid', [
    { code, message, resource: 'ticket', field },
  ]);

export const invalidNote = (code: string, message: string, field: string) =>
  errorAnswer(400, 'InvalidObject', 'serviceNote object is invalid', [
    { code, message, resource: 'serviceNote', field },
  ]);

/** How a status of another board is refused. */
export const statusOfOtherBoard = (statusId: number, boardId: number) =>
  invalidTicket(
    'NotFound',
    `Service Status ${statusId} not found for Service Board ${boardId}`,
    'status/id',
  );

/** How a record is refused that asks for more before it may be closed. */
export const statusRefused = () =>
  invalidTicket('RequiredField', 'A required custom field is empty.', 'customFields');

export const badCondition = (field: string) =>
  errorAnswer(400, 'ApiFindCondition', `Field ${field} cannot be used in a condition.`);
