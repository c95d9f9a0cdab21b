import { isIP } from 'node:net';

/** A label of a host name. Windows names have an underscore now and then. */
const LABEL = /^(?!-)[A-Za-z0-9_-]{1,63}(?<!-)$/;

const LONGEST_NAME = 253;

/** Why a text is no host name or IP address, in words, or null. */
export function problemOfHost(text: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    return 'Write the name alone, without https:// and the path.';
  }
  // An address with a zone names an interface of this machine, after a sign that shells know.
  if (isIP(text) !== 0 && !text.includes('%')) return null;
  if (/^[\d.]+$/.test(text)) return 'This is no complete IP address, for example 10.0.4.21.';
  const labels = text.replace(/\.$/, '').split('.');
  if (text.length <= LONGEST_NAME && labels.every((label) => LABEL.test(label))) return null;
  return 'Write a host name or an IP address, for example fs01.example.local or 10.0.4.21.';
}
