import { useEffect, useState } from 'react';

/**
 * Words in a live region of their own. The first ones come a moment after the region, or nobody
 * would hear them.
 */
export function Announced({ words }: { readonly words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), 60);
    return () => clearTimeout(timer);
  }, [words]);
  return <span role="status">{said}</span>;
}
