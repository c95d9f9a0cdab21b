import { useEffect, useRef, useState } from 'react';
import { createThrottle, type Throttle } from './throttle.ts';

/**
 * A value as it was a moment ago at most, so that what is drawn from it is not drawn more often than
 * every `wait` milliseconds. With `live` off it is the value itself.
 */
export function useThrottled<Value>(value: Value, wait: number, live: boolean): Value {
  const [shown, setShown] = useState(value);
  const throttle = useRef<Throttle<Value>>(null);
  useEffect(() => {
    const made = createThrottle<Value>(wait, setShown);
    throttle.current = made;
    return () => made.stop();
  }, [wait]);
  useEffect(() => {
    if (live) throttle.current?.put(value);
    else throttle.current?.stop();
  }, [value, live]);
  return live ? shown : value;
}
