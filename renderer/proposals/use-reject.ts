import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { toastError } from '../ui/toast.tsx';

/** Turns a proposal down. */
export function useReject(proposalId: number) {
  const reject = useCall('proposals.reject', {
    onSuccess: () => announce('Rejected.'),
    onError: (error) => toastError(error),
  });
  return {
    rejecting: reject.isPending,
    reject: () => reject.mutate({ proposal_id: proposalId }),
  };
}
