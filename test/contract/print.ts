import { z } from 'zod';
import { contract, events } from '../../shared/contract/index.ts';

/** The whole surface of the bridge as one JSON Schema document; `npm run contract` prints it. */
export function contractAsJsonSchema() {
  const calls = Object.fromEntries(
    Object.entries(contract).map(([name, definition]) => [
      name,
      {
        summary: definition.summary,
        cancellable: definition.cancellable,
        input: z.toJSONSchema(definition.input, { io: 'input' }),
        output: z.toJSONSchema(definition.output),
      },
    ]),
  );
  const published = Object.fromEntries(
    Object.entries(events).map(([name, schema]) => [name, z.toJSONSchema(schema)]),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    calls,
    events: published,
  };
}

if (import.meta.main) {
  process.stdout.write(`${JSON.stringify(contractAsJsonSchema(), null, 2)}\n`);
}
