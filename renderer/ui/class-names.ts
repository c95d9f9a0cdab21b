/** A class name, or nothing where a condition does not hold. */
export type ClassName = string | false | null | undefined;

/**
 * Reads a CSS module by plain names: `css('row', selected && 'selected')`. Names that the module
 * does not hold are left out, so that a typing slip shows as a missing style and never as `undefined`.
 */
export function classesOf(styles: Readonly<Record<string, string>>) {
  return (...names: readonly ClassName[]): string =>
    names
      .map((name) => (name ? styles[name] : undefined))
      .filter(Boolean)
      .join(' ');
}

/** Joins finished class names. */
export function joinClasses(...names: readonly ClassName[]): string {
  return names.filter(Boolean).join(' ');
}
