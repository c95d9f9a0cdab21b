import { useEffect, useState } from 'react';
import { useAiStatus } from '../bridge/queries.ts';

/** A send is kept in a moment; what takes longer waits for something. */
const PATIENCE_MS = 1_000;

const FOR_KEYCHAIN =
  'Waiting for the keychain of this computer, which holds the API key. It may be asking for your password.';
const FOR_SOMETHING = 'Still being sent…';

/** What a send that takes its time waits for, in words; undefined while there is nothing to say. */
export function useSendWaiting(sending: boolean): string | undefined {
  const [long, setLong] = useState(false);
  const { data, isPending, isFetching } = useAiStatus({ enabled: sending });
  useEffect(() => {
    if (!sending) return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [sending]);
  if (!sending || !long) return undefined;
  // Both ask the same question first: whether there is a key.
  return data === undefined && (isPending || isFetching) ? FOR_KEYCHAIN : FOR_SOMETHING;
}
