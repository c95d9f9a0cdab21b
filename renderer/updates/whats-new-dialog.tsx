import changelog from '../../CHANGELOG.md?raw';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useViewState } from '../view-state.ts';
import { type Release, readChangelog, releaseOf, releasesAfter } from './changelog.ts';
import { useUpdateStatus } from './update-queries.ts';
import styles from './whats-new-dialog.module.css';

const css = classesOf(styles);

/** What a newer version brings, as its feed says, and what this one brought. */
export function WhatsNewDialog() {
  const { dialog, openDialog } = useViewState();
  const open = dialog === 'whats-new';
  return (
    <Dialog open={open} onOpenChange={() => openDialog(null)} title="What’s new" size="lg" reading>
      {open && <News />}
    </Dialog>
  );
}

function News() {
  const status = useUpdateStatus().data;
  if (status === undefined) return null;
  const { phase, current_version } = status;
  const own = releaseOf(readChangelog(changelog), current_version);
  return (
    <>
      {'offer' in phase && (
        <Offered version={phase.offer.version} notes={phase.offer.notes} since={current_version} />
      )}
      {own !== undefined && (
        <ReleaseNews release={own} title={`This version, ${current_version}`} />
      )}
    </>
  );
}

interface OfferedProps {
  readonly version: string;
  readonly notes: string | null;
  readonly since: string;
}

function Offered({ version, notes, since }: OfferedProps) {
  const releases = releasesAfter(readChangelog(notes ?? ''), since);
  if (releases.length > 0) {
    return releases.map((release) => (
      <ReleaseNews
        key={release.title}
        release={release}
        title={release === releases[0] ? `Version ${version}` : `Version ${release.title}`}
      />
    ));
  }
  return (
    <section className={css('release')}>
      <h3>Version {version}</h3>
      <p className={css('plain')}>{notes ?? 'The update server does not say what is new in it.'}</p>
    </section>
  );
}

function ReleaseNews({ release, title }: { readonly release: Release; readonly title: string }) {
  return (
    <section className={css('release')}>
      <h3>{title}</h3>
      <ul>
        {release.items.map((item) => (
          <li key={item}>{withCode(item)}</li>
        ))}
      </ul>
    </section>
  );
}

/** The one mark that the changelog uses within a line. */
function withCode(text: string) {
  return (
    text
      .split('`')
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a fixed text have no other name
      .map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))
  );
}
