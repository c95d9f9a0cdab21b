import { X } from 'lucide-react';
import type { SessionSnapshot } from '../../../shared/domain/snapshot.ts';
import { useAiStatus } from '../../bridge/queries.ts';
import { classesOf } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { toastError } from '../../ui/toast.tsx';
import { Picture } from './picture.tsx';
import styles from './pictures.module.css';
import { picturesOf } from './pictures-by-message.ts';
import { tooManyForAi } from './too-many-for-ai.tsx';
import { removePicture, useUnsentPictures } from './unsent-pictures.ts';

const css = classesOf(styles);

const THUMBNAIL = 96;

interface PictureTrayProps {
  readonly snapshot: SessionSnapshot;
  /** The message that is being edited, which keeps its pictures. */
  readonly editedId: number | undefined;
}

/** Over the text box: the pictures that go with the next message. */
export function PictureTray({ snapshot, editedId }: PictureTrayProps) {
  const { pictures, adding } = useUnsentPictures(snapshot);
  const withAi = useAiStatus().data?.state === 'ready';
  const kept = editedId === undefined ? [] : picturesOf(snapshot.attachments, editedId);
  if (kept.length + pictures.length + adding === 0) return null;
  return (
    <div className={css('tray')}>
      <ul aria-label="Pictures for the next message" className={css('row')}>
        {kept.map((picture) => (
          <li key={picture.id} className={css('unsent')}>
            <Picture picture={picture} edge={THUMBNAIL} />
          </li>
        ))}
        {pictures.map((picture) => (
          <li key={picture.id} className={css('unsent')}>
            <Picture picture={picture} edge={THUMBNAIL} />
            <IconButton
              icon={X}
              label={`Remove ${picture.name}`}
              hint={null}
              size="sm"
              className={css('remove')}
              onClick={() => removePicture(snapshot.session.id, picture.id).catch(toastError)}
            />
          </li>
        ))}
        {adding > 0 && <li className={css('adding')}>Making ready…</li>}
      </ul>
      {withAi && (
        <p className={css('remark')}>
          {tooManyForAi(kept.length + pictures.length + adding)}
          Pictures go to the AI as they are: nothing in them is taken out. No passwords in them.
        </p>
      )}
    </div>
  );
}
