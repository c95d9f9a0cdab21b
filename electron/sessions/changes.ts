/** Some fields of a row with their new values; what is `undefined` stays. */
export type ChangesOf<Row> = { readonly [Field in keyof Row]?: Row[Field] | undefined };

/** The row with the changes applied, or null where they make no difference, so that nothing is written. */
export function changed<Row extends object>(row: Row, changes: ChangesOf<Row>): Row | null {
  const differing = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && value !== Reflect.get(row, field),
  );
  return differing.length === 0 ? null : { ...row, ...Object.fromEntries(differing) };
}
