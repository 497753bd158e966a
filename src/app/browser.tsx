import '../web/web.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { SearchButton } from '../modules/overview/pages/search.tsx';
import { peopleOperations } from '../modules/people/operations.ts';
import { Bell } from '../modules/people/pages/bell.tsx';
import { MustChangePage, SignInAgain, SignInPage } from '../modules/people/pages/sign-in.tsx';
import { WhoIsHere } from '../modules/people/pages/who.tsx';
import { ReadFileButton, ReadFileProvider } from '../modules/plans/pages/read-file.tsx';
import { AppearanceProvider } from '../web/appearance.tsx';
import { Refusal } from '../web/client.ts';
import { ErrorBoundary, Failure } from '../web/error-boundary.tsx';
import { LanguageProvider } from '../web/language.tsx';
import { NoSuchPage } from '../web/no-such-page.tsx';
import { Permitted } from '../web/permitted.tsx';
import { createPageRouter } from '../web/router.tsx';
import { SessionContext, whenSignedOut } from '../web/session.ts';
import { Shell } from '../web/shell.tsx';
import { keyOf, useOperation } from '../web/use-operation.ts';
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

whenSignedOut(() => {
  const queryKey = keyOf(peopleOperations['session.show'], {});
  if (queries.getQueryState(queryKey)?.fetchStatus === 'idle') void queries.invalidateQueries({ queryKey });
});

const frame = (content: React.ReactNode) => (
  <ReadFileProvider>
    <Shell
      pages={pages}
      tools={
        <>
          <SearchButton />
          <ReadFileButton />
          <Bell />
          <WhoIsHere />
        </>
      }
    >
      {content}
    </Shell>
  </ReadFileProvider>
);

const router = createPageRouter(
  pages.map((page) => ({ ...page, render: () => <Permitted page={page} /> })),
  frame,
  <NoSuchPage />,
);

function SignedIn() {
  const { data, error, refetch } = useOperation(peopleOperations['session.show'], {});
  const isOut = error instanceof Refusal && error.code === 'not-signed-in';
  const enter = async () => {
    await refetch();
    await queries.invalidateQueries();
  };
  const id = data?.id;
  const known = useRef(id);
  useEffect(() => {
    // Another person, wherever that one signed in, must not find what the one before left on the page.
    if (id !== undefined && known.current !== undefined && known.current !== id) location.assign('/');
    known.current = id ?? known.current;
  }, [id]);
  const onDone = () => void enter();
  if (data?.mustChange && !isOut) return <MustChangePage onDone={onDone} />;
  if (data)
    return (
      <SessionContext value={data}>
        <RouterProvider router={router} />
        {/* What is on the page stays as it is while the reader signs in again. */}
        {isOut && <SignInAgain onDone={onDone} />}
      </SessionContext>
    );
  if (isOut) return <SignInPage onDone={onDone} />;
  if (error) return <Failure error={error} onAgain={onDone} />;
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
