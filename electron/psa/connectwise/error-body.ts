import { singleLine } from '../../../shared/text.ts';
import type { Redact } from './access.ts';
import type { Body } from './answer.ts';

/** What ConnectWise, or whoever answered in its place, said about a request that it refused. */
export interface SaidError {
  /** ConnectWise's own code: `InvalidObject`, `Security`, `Unauthorized`. */
  readonly code: string | null;
  /** The words worth showing, one line, without keys; empty where there were none. */
  readonly reason: string;
  /** The field that the first complaint names: `status/id`. */
  readonly field: string | null;
}

const LONGEST_REASON = 300;

/** Reads JSON, plain text and HTML alike. Complaints about fields are more telling than the headline. */
export function readErrorBody(body: Body, redact: Redact): SaidError {
  const clean = (text: string): string => {
    const line = singleLine(redact(text));
    return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON)}…` : line;
  };
  if (body.kind === 'none') return { code: null, reason: '', field: null };
  if (body.kind !== 'json') {
    const isPage = body.kind === 'html';
    const words = isPage ? /<title[^>]*>([^<]{1,500})/i.exec(redact(body.text))?.[1] : body.text;
    return { code: null, reason: clean(words ?? ''), field: null };
  }
  const record = recordOf(body.value);
  const complaints = Array.isArray(record.errors) ? record.errors.map(recordOf) : [];
  const words = complaints.map((one) => textOf(one.message)).filter((text) => text !== '');
  const code = textOf(record.code) || textOf(record.error);
  const field = textOf(complaints[0]?.field);
  return {
    code: code === '' ? null : clean(code),
    reason: clean(words.length > 0 ? words.join('; ') : textOf(record.message)),
    field: field === '' ? null : clean(field),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
