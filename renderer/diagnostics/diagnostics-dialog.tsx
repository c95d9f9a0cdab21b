import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, RotateCw, Save } from 'lucide-react';
import { invoke } from '../bridge/client.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import styles from './diagnostics.module.css';

const css = classesOf(styles);
const KEY = ['diagnostics'] as const;

/** The report for support: shown as it is, to be read before it is copied or saved. */
export function DiagnosticsDialog() {
  const { dialog, openDialog } = useViewState();
  const open = dialog === 'diagnostics';
  const client = useQueryClient();
  const report = useQuery({
    queryKey: KEY,
    queryFn: () => invoke('diagnostics.report', {}),
    enabled: open,
    // Each opening tells how things stand then.
    gcTime: 0,
    staleTime: 0,
  });
  const text = report.data?.text;
  const copy = useMutation({
    mutationFn: (report: string) => invoke('app.copyText', { text: report }),
    onSuccess: () => toast({ title: 'Report copied.', tone: 'ok' }),
    onError: (error) => toastError(error),
  });
  const save = useMutation({
    mutationFn: (report: string) =>
      invoke('app.exportFile', { suggested_name: 'ResolutionFlow diagnostics.txt', text: report }),
    onSuccess({ file }) {
      if (file !== null) toast({ title: 'Report saved.', detail: file, tone: 'ok' });
    },
    onError: (error) => toastError(error),
  });

  return (
    <Dialog
      open={open}
      onOpenChange={(wanted) => openDialog(wanted ? 'diagnostics' : null)}
      title="Diagnostics report"
      description="Nothing is sent. Read it before you pass it on: keys, addresses and the names of you and this computer are covered as far as a program can tell, and no program can tell every name."
      size="lg"
      footer={
        <>
          <Button
            variant="ghost"
            icon={RotateCw}
            busy={report.isFetching}
            onClick={() => void client.invalidateQueries({ queryKey: KEY })}
          >
            Make it anew
          </Button>
          <Button
            icon={Copy}
            disabled={text === undefined}
            busy={copy.isPending}
            onClick={() => text !== undefined && copy.mutate(text)}
          >
            Copy
          </Button>
          <Button
            variant="primary"
            icon={Save}
            disabled={text === undefined}
            busy={save.isPending}
            onClick={() => text !== undefined && save.mutate(text)}
          >
            Save as…
          </Button>
        </>
      }
    >
      {report.error && <ErrorNotice error={report.error} />}
      {text === undefined ? (
        !report.error && <p role="status">The report is being made…</p>
      ) : (
        <textarea
          className={css('report')}
          aria-label="Report"
          readOnly
          spellCheck={false}
          wrap="off"
          value={text}
        />
      )}
    </Dialog>
  );
}
