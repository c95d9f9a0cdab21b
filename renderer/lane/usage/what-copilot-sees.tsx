import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import type { CopilotRequest } from '../../../shared/domain/ai.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { invoke } from '../../bridge/client.ts';
import seenStyles from '../../preview/what-ai-sees.module.css';
import { Button } from '../../ui/button.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import styles from './ai-usage.module.css';

const seen = classesOf(seenStyles);
const css = classesOf(styles);

interface WhatCopilotSeesProps {
  readonly sessionId: number;
  readonly onClose: () => void;
}

/** Exactly what would leave this machine with the next message. */
export function WhatCopilotSees({ sessionId, onClose }: WhatCopilotSeesProps) {
  const request = useQuery({
    queryKey: ['copilot-request', sessionId],
    queryFn: () => invoke('copilot.requestFor', { session_id: sessionId }),
    // Every message, fact and setting has a say in it.
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="lg"
      title="What the AI sees"
      description="With your next message the copilot gets this text, and that message. Never a key."
    >
      {request.error && (
        <ErrorNotice
          error={request.error}
          action={{ label: 'Try again', onPress: () => void request.refetch() }}
        />
      )}
      {!request.error && request.data === undefined && (
        <div className={seen('waiting')} aria-busy />
      )}
      {request.data && <Request request={request.data} />}
    </Dialog>
  );
}

const ROLES = { user: 'From this session', assistant: 'Copilot' } as const;

function Request({ request }: { readonly request: CopilotRequest }) {
  const { model, base_address, system, messages, secrets_removed, messages_left_out } = request;
  const text = [system, ...messages.map(({ role, text }) => `[${ROLES[role]}]\n${text}`)].join(
    '\n\n',
  );
  const copy = () =>
    invoke('app.copyText', { text: text.slice(0, LIMITS.message) }).then(
      () => toast({ title: 'The text is on the clipboard.', tone: 'ok' }),
      toastError,
    );
  return (
    <div className={seen('request')}>
      <dl className={seen('facts')}>
        <div>
          <dt>Model</dt>
          <dd>{model}</dd>
        </div>
        <div>
          <dt>Address</dt>
          <dd>{base_address}</dd>
        </div>
        {messages_left_out > 0 && (
          <div>
            <dt>Too old to go along</dt>
            <dd>{counted(messages_left_out, 'message')}</dd>
          </div>
        )}
      </dl>
      <Disclosure label="Standing instructions, the same for every message">
        <pre className={seen('text')}>{system}</pre>
      </Disclosure>
      <div className={seen('head')}>
        <h3>The conversation</h3>
        <span className={seen('secrets')}>
          {secrets_removed === 0
            ? 'No secret was found in it'
            : `${counted(secrets_removed, 'secret')} ${secrets_removed === 1 ? 'was' : 'were'} taken out`}
        </span>
        <Button size="sm" icon={Copy} onClick={() => void copy()}>
          Copy
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section aria-label="The conversation" tabIndex={0} className={seen('scroller')}>
        {messages.map(({ role, text: words, pictures }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns have no identity but their place
          <div key={index} className={css('message')}>
            <p className={css('role')}>
              {ROLES[role]}
              {pictures > 0 &&
                `, with ${counted(pictures, 'picture')} as ${pictures === 1 ? 'it is' : 'they are'}`}
            </p>
            <pre className={seen('text')}>{words}</pre>
          </div>
        ))}
      </section>
      <p className={seen('small')}>
        Secrets that the app was told of, and those with a well-known form, are taken out before.
        Others it cannot know, and in pictures it sees none: look before you rely on it.
      </p>
    </div>
  );
}
