/** The areas of this process, loaded together once the window is under way. */
export async function loadParts() {
  const [copilot, credentials, ipc, psa, secrets, sessions, settings, shell] = await Promise.all([
    import('../copilot/index.ts'),
    import('../credentials/index.ts'),
    import('../ipc/index.ts'),
    import('../psa/index.ts'),
    import('../secrets/index.ts'),
    import('../sessions/index.ts'),
    import('../settings/index.ts'),
    import('../shell/index.ts'),
  ]);
  return { copilot, credentials, ipc, psa, secrets, sessions, settings, shell };
}

export type Parts = Awaited<ReturnType<typeof loadParts>>;

/** Runs `load` when it is first asked for, and never again unless it failed. */
export function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let loading: Promise<Result> | undefined;
  return () => {
    loading ??= load().catch((failure: unknown) => {
      loading = undefined;
      throw failure;
    });
    return loading;
  };
}
