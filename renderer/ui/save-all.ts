/** Saves at once what is not saved yet; true when everything is kept. */
type Save = () => Promise<boolean>;

const saves = new Set<Save>();

/** Names something that holds unsaved work while it is on the screen. Returns the function that ends it. */
export function savesWithAll(save: Save): () => void {
  saves.add(save);
  return () => saves.delete(save);
}

/** Saves whatever the window holds: before an update takes it away. */
export async function saveAll(): Promise<boolean> {
  const kept = await Promise.all([...saves].map((save) => save().catch(() => false)));
  return kept.every(Boolean);
}
