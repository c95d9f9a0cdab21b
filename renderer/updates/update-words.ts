import type { UpdateStatus } from '../../shared/domain/update.ts';

/** What the state of updates reads like, in one line. */
export function updateWords(status: UpdateStatus): string {
  const { phase, checking, can_check, current_version } = status;
  switch (phase.kind) {
    case 'available':
      return `Version ${phase.offer.version} is available`;
    case 'downloading':
      return `Downloading ${phase.offer.version}: ${phase.percent}\u00A0%`;
    case 'ready':
      return `Version ${phase.offer.version} is ready`;
    case 'installing':
      return `Installing version ${phase.offer.version}…`;
    default:
      if (checking) return 'Looking for a newer version…';
      if (!can_check) return `ResolutionFlow ${current_version}`;
      return phase.kind === 'up_to_date'
        ? `ResolutionFlow ${current_version} is up to date`
        : `ResolutionFlow ${current_version}`;
  }
}

/** `96 MB` */
export function sizeWords(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_000_000)).toLocaleString('en')} MB`;
}
