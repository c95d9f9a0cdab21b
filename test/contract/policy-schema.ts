import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyJsonSchema } from '../../shared/domain/policy.ts';

/** Where the schema of the administrator's policy file is published. */
export const POLICY_SCHEMA_FILE = join(import.meta.dirname, '../../shared/policy.schema.json');

/** `npm run policy-schema` writes it; a test holds the file to the settings that there are. */
if (import.meta.main) {
  writeFileSync(POLICY_SCHEMA_FILE, `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
}
