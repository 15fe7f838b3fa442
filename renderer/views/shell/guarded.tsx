import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Button } from '../../components/button';
import type { State } from '../../store/state';
import { useStore } from '../../store/store';

interface GuardedProps {
  /** what is drawn in it, as the screen calls it */
  readonly what: string;
  /** the way on without it, as a sentence */
  readonly way: string;
  /** it is tried again when this becomes another; the record where absent, in which the cause may be struck by then */
  readonly until?: (state: State) => unknown;
  readonly children: ReactNode;
}

/** Keeps a fault of what is drawn in it to itself: the rest of the page goes on, and the record has no part in it. */
export function Guarded({ what, way, until = openOf, children }: GuardedProps) {
  const is = useStore(until);
  return (
    <ErrorBoundary
      resetKeys={[is]}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <div className="empty fault" role="alert">
          <h1>{what} can&rsquo;t be shown</h1>
          <p>
            This is a fault of Gavel: {error instanceof Error ? error.message : String(error)}. What is recorded is
            safe. {way}
          </p>
          <Button onPress={resetErrorBoundary}>Try again</Button>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}

function openOf({ open }: State): unknown {
  return open;
}
