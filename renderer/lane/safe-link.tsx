import type { ReactNode } from 'react';
import { invoke } from '../bridge/client.ts';
import { classesOf } from '../ui/class-names.ts';
import { toastError } from '../ui/toast.tsx';
import styles from './safe-link.module.css';

const css = classesOf(styles);

interface SafeLinkProps {
  readonly url: string | undefined;
  readonly children: ReactNode;
}

/**
 * A link that the main process opens in the browser, after its own check. Anything but https stays
 * text; where the words hide the address, the address is told too.
 */
export function SafeLink({ url, children }: SafeLinkProps) {
  if (url === undefined || !isHttps(url)) return <>{children}</>;
  return (
    <a
      href={url}
      title={url}
      className={css('link')}
      onClick={(event) => {
        event.preventDefault();
        invoke('app.openLink', { url }).catch(toastError);
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  );
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
