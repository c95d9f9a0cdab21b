import type { PreviewService } from '../drafting/index.ts';

/** Long enough after the start that loading does not slow it, soon enough for the first preview. */
const WARM_UP_MILLISECONDS = 2_000;

/** Previews whose code, a third of the main process's, is loaded after the window is usable. */
export function createLazyPreviews(load: () => Promise<PreviewService>): PreviewService {
  let loading: Promise<PreviewService> | undefined;
  const service = () => {
    loading ??= load();
    return loading;
  };
  setTimeout(() => void service(), WARM_UP_MILLISECONDS).unref();
  return {
    preview: async (...request) => (await service()).preview(...request),
    check: async (...request) => (await service()).check(...request),
    review: async (...request) => (await service()).review(...request),
    shown: async (...request) => (await service()).shown(...request),
    requestFor: async (...request) => (await service()).requestFor(...request),
  };
}
