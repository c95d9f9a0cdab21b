import { ENCODINGS } from '../encodings.ts';
import { bullet, type Mutant, type Mutation, pick, SECTIONS, withAdded } from './mutation.ts';

/** X1: the value of a secret parameter in the note, plain and in each encoding. */
export const leakedParameters: Mutation = ({ bundle, document, kind, record, scenario }) => {
  const { done } = SECTIONS[kind];
  const row = bundle.scripts[0]?.evidence_id ?? record.ids[0] ?? 'session';
  return scenario.secrets.flatMap((secret) =>
    ENCODINGS.map(({ name, encode }): Mutant => {
      const text = `Used ${encode(secret)} for this.`;
      const kind_of_mutation =
        name === 'plain' ? 'parameter leaked, plain' : 'parameter leaked, encoded';
      const whole = { kind_of_mutation, what: `${name}: ${text}`, document };
      return {
        expected_rule: 'X1',
        secrets: scenario.secrets,
        ...whole,
        // Marks and hidden signs would be escaped or cleaned by the renderer: a hand typed them.
        ...(/[*`\\\u00AD\u200B\n]/.test(text)
          ? { edit: (note: string) => `${note.trimEnd()}\n- ${text}\n` }
          : { document: withAdded(document, done, bullet(text, row)) }),
      };
    }),
  );
};

const PASSWORDS = [
  'The new password is Kettle-Harbour77.',
  'Temporary password: Wint3r!Boat',
  'Mapped the drive with net use Z: \\\\FILE9\\data /user:maint Passw0rd!23.',
  'Set the guest wifi password to Blue-Canyon-42.',
  'Signed in with admin / pw: Gr4nite.Door.',
  'Connection string: Server=db;User Id=app;Pwd=Tulip!9081;',
  'Called https://backup:Sn0wfall77@store.example/job by hand.',
  'The recovery key is 482913-118822-440913-552310-118829-301122-559012-771234.',
];

const NEAR_A_WORD = [
  'Left the login for the shared mailbox on the sheet, Kestrel77Moon, as agreed on the password page.',
  'They still use Brass7Lantern everywhere when a password is asked for.',
];

/** X2 and X3: secrets that nobody registered, in the words of technicians. */
export const typedPasswords: Mutation = (gold) => {
  const { done } = SECTIONS[gold.kind];
  const made = (expected_rule: string, kind_of_mutation: string, text: string): Mutant => ({
    expected_rule,
    kind_of_mutation,
    what: text,
    document: withAdded(gold.document, done, bullet(text, 'session')),
    secrets: gold.scenario.secrets,
  });
  return [
    ...pick(PASSWORDS, gold, 4).map((text) => made('X2', 'password by pattern', text)),
    ...pick(NEAR_A_WORD, gold, 1).map((text) => made('X3', 'value near a credential word', text)),
  ];
};
