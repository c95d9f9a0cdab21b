import { useState } from 'react';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import { useAiStatus } from '../../bridge/queries.ts';
import { classesOf } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Picture } from './picture.tsx';
import styles from './pictures.module.css';
import { tooManyForAi } from './too-many-for-ai.tsx';

const css = classesOf(styles);

const THUMBNAIL = 168;
const LARGE = 1_568;

/** The pictures of a message; a press shows one large. */
export function MessagePictures({ pictures }: { readonly pictures: readonly Attachment[] }) {
  const [shown, setShown] = useState<Attachment>();
  const [open, setOpen] = useState(false);
  const withAi = useAiStatus().data?.state === 'ready';
  return (
    <div className={css('row')}>
      {pictures.map((picture) => (
        <button
          key={picture.id}
          type="button"
          className={css('thumbnail')}
          aria-label={`Open ${picture.name}`}
          onClick={() => {
            setShown(picture);
            setOpen(true);
          }}
        >
          <Picture picture={picture} edge={THUMBNAIL} />
        </button>
      ))}
      {withAi && tooManyForAi(pictures.length)}
      {shown && (
        <Dialog open={open} onOpenChange={setOpen} size="work" title={shown.name}>
          <div className={css('large')}>
            <Picture picture={shown} edge={LARGE} />
          </div>
        </Dialog>
      )}
    </div>
  );
}
