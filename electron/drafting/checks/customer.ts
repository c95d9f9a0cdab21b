import { findContacts } from '../language/contacts.ts';
import { findInternalDetails, type InternalKind } from '../language/internal-details.ts';
import { findUnkindWords } from '../language/unkind-words.ts';
import { faultsInText } from './find-text.ts';
import { placeOf } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const NAME: Record<InternalKind, string> = {
  host: 'the name of a computer',
  address: 'a network address',
  path: 'a path',
  registry: 'a registry key',
  account: 'an account name',
  script: 'the name of a script',
  command: 'a command',
  confidence: 'a confidence',
  support: 'talk of support tiers',
  number: 'the number of an internal record',
  hypothesis: 'talk of a hypothesis',
};

/** R3: nothing internal in the note that the customer reads. */
export const internalDetailsRule = rule(
  'R3',
  (note) => {
    const names = note.bundle.scripts.map((script) => script.name);
    return note.items.flatMap((item): Fault[] =>
      findInternalDetails(item.block.text, names).map((detail) => ({
        ...placeOf(item, detail.from, detail.to),
        message: `“${detail.text}” is ${NAME[detail.kind]}, and the customer will read this. Say it in plain words or leave it out.`,
      })),
    );
  },
  { kinds: ['resolve'] },
);

/** R4: no opinion on the customer or user. */
export const unkindWordsRule = rule(
  'R4',
  (note) =>
    faultsInText(
      note,
      findUnkindWords,
      (found) =>
        `“${found.text}” judges a person, and the customer will read this. Say what happened instead.`,
    ),
  { kinds: ['resolve'] },
);

const CONTACT = {
  link: 'This link',
  mail: 'This mail address',
  phone: 'This phone number',
} as const;

/**
 * I2: a link, mail address or phone number in a generated line comes from a row that did not come out
 * of the ticket or from the user. What a technician typed is their own word.
 */
export const contactsRule = rule(
  'I2',
  (note) => {
    const trusted = note.bundle.facts
      .filter((fact) => fact.source_type !== 'ticket' && fact.source_type !== 'user_report')
      .map((fact) => fact.text.toLowerCase());
    return note.items
      .filter((item) => item.provenance === 'generated')
      .flatMap((item): Fault[] =>
        findContacts(item.block.text)
          .filter((contact) => !trusted.some((text) => text.includes(contact.text.toLowerCase())))
          .map((contact) => ({
            ...placeOf(item, contact.from, contact.to),
            message: `${CONTACT[contact.kind]} comes from the ticket or the user alone. Check it, and write it out yourself if it is right.`,
          })),
      );
  },
  { kinds: ['resolve'] },
);
