import '../web/web.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { peopleOperations } from '../modules/people/operations.ts';
import { ReadFileButton, ReadFileProvider } from '../modules/plans/pages/read-file.tsx';
import { AppearanceProvider } from '../web/appearance.tsx';
import { Refusal } from '../web/client.ts';
import { ErrorBoundary, Failure } from '../web/error-boundary.tsx';
import { LanguageProvider } from '../web/language.tsx';
import { NoSuchPage } from '../web/no-such-page.tsx';
import { createPageRouter } from '../web/router.tsx';
import { SessionContext } from '../web/session.ts';
import { Shell } from '../web/shell.tsx';
import { useOperation } from '../web/use-operation.ts';
import { Waiting } from '../web/waiting.tsx';
import { pages } from './pages.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (count, error) => count < 2 && (!(error instanceof Refusal) || error.code === 'connection-lost'),
    },
  },
});

const frame = (content: React.ReactNode) => (
  <ReadFileProvider>
    <Shell pages={pages} tools={<ReadFileButton />}>
      {content}
    </Shell>
  </ReadFileProvider>
);

const router = createPageRouter(pages, frame, <NoSuchPage />);

function SignedIn() {
  const { data, error, refetch } = useOperation(peopleOperations['session.show'], {});
  if (data)
    return (
      <SessionContext value={data}>
        <RouterProvider router={router} />
      </SessionContext>
    );
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  return <Waiting />;
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <AppearanceProvider>
          <ErrorBoundary>
            <SignedIn />
          </ErrorBoundary>
        </AppearanceProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
