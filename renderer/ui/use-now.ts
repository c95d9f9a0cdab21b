import { useEffect, useState } from 'react';

/** The time, anew every second until a moment. Both in milliseconds since 1970. */
export function useNow(until: number = Number.POSITIVE_INFINITY): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => {
      const time = Date.now();
      setNow(time);
      if (time >= until) clearInterval(timer);
    };
    const timer = setInterval(tick, 1_000);
    tick();
    return () => clearInterval(timer);
  }, [until]);
  return now;
}
