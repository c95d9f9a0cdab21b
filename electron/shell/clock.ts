/** No build of this app is older. */
const EARLIEST = Date.UTC(2024, 0, 1);
/** A computer that says it is later than this has lost its clock's battery, or has a joker for an owner. */
const LATEST = Date.UTC(2060, 0, 1);

/** A plain word on a clock that cannot be right, or null. Order and connections both depend on it. */
export function clockWarning(now: number): string | null {
  if (now >= EARLIEST && now < LATEST) return null;
  const year = new Date(now).getUTCFullYear();
  return `The clock of this computer says that it is ${year}. Set it right: until then sessions stand in the wrong order, and ConnectWise and the AI refuse the connection.`;
}
