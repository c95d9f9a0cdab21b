import { useCall, useSettings } from '../bridge/queries.ts';
import { toastError } from '../ui/toast.tsx';
import { KNOWLEDGE_BESIDE_LANE, useMediaQuery } from '../ui/use-media-query.ts';
import { useViewState } from '../view-state.ts';

/**
 * Whether the knowledge column is on the screen, and how to change that: beside the lane in a wide
 * window (kept as a setting), a drawer in a narrow one.
 */
export function useKnowledgeToggle() {
  const wide = useMediaQuery(KNOWLEDGE_BESIDE_LANE);
  const wanted = useSettings().data?.knowledge_open ?? true;
  const { drawerOpen, knowledgeForm, setDrawerOpen, openKnowledgeForm } = useViewState();
  const update = useCall('settings.update', { onError: (error) => toastError(error) });
  const beside = wide && (wanted || knowledgeForm !== null);

  const toggle = () => {
    if (!wide) return setDrawerOpen(!drawerOpen);
    if (beside) openKnowledgeForm(null);
    update.mutate({ knowledge_open: !beside });
  };
  return { wide, beside, shown: wide ? beside : drawerOpen, toggle };
}
