/** One way to read what stands at an offset: as this code point, up to `end`. */
export interface Reading {
  readonly code: number;
  readonly end: number;
}
