import { useEffect } from 'react';
import { AppError } from '../shared/errors.ts';
import { toastError } from './ui/toast.tsx';

/** Tells of failures that nobody caught, in words and never as a stack. */
export function useFailureToasts(): void {
  useEffect(() => {
    const onRejection = (event: PromiseRejectionEvent) => {
      if (event.reason instanceof AppError && event.reason.code === 'CANCELLED') return;
      toastError(event.reason);
    };
    const onError = (event: ErrorEvent) => {
      // A browser's own warning about a layout loop, not a failure.
      if (!event.message.startsWith('ResizeObserver loop')) toastError(event.error);
    };
    window.addEventListener('unhandledrejection', onRejection);
    window.addEventListener('error', onError);
    return () => {
      window.removeEventListener('unhandledrejection', onRejection);
      window.removeEventListener('error', onError);
    };
  }, []);
}
