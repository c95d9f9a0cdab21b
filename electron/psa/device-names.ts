import { type KnownName, knownNameSchema } from '../../shared/domain/known-name.ts';
import type { PsaConfiguration } from './psa.ts';

/** Types of configurations that are no devices: their names are words of the trade, not hosts. */
const NO_DEVICE =
  /\b(?:licen[cs]es?|software|applications?|subscriptions?|certificates?|ssl|domains?(?! controller))\b/i;

/** What a customer calls a device, by a word in its type. Types are the provider's own. */
const WORDINGS: readonly (readonly [word: RegExp, wording: string])[] = [
  [/\b(?:servers?|domain controller|hypervisor)\b/i, 'the server'],
  [/\bfirewalls?\b/i, 'the firewall'],
  [/\bswitch(?:es)?\b/i, 'the network switch'],
  [/\brouters?\b/i, 'the router'],
  [/\b(?:access points?|wireless|wi-?fi)\b/i, 'the wireless access point'],
  [/\b(?:printers?|copiers?)\b/i, 'the printer'],
  [/\b(?:laptops?|notebooks?)\b/i, 'the laptop'],
  [/\b(?:workstations?|desktops?|computers?|pcs?)\b/i, 'the computer'],
  [/\b(?:nas|storage)\b/i, 'the storage'],
  [/\bups\b/i, 'the battery backup'],
  [/\bphones?\b/i, 'the phone'],
];

/** The devices among the configurations of a ticket, as known names with their English wordings. */
export function deviceNames(configurations: readonly PsaConfiguration[]): KnownName[] {
  return configurations.flatMap(({ name, type }) => {
    if (type !== null && NO_DEVICE.test(type)) return [];
    const wording = WORDINGS.find(([word]) => type !== null && word.test(type))?.[1] ?? null;
    const { data } = knownNameSchema.safeParse({ name, kind: 'host', wording });
    return data === undefined ? [] : [data];
  });
}
