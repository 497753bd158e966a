import { useEffect } from 'react';
import { peopleOperations } from '../modules/people/operations.ts';
import { planOperations } from '../modules/plans/operations.ts';
import { definePage } from '../web/page.ts';
import { useGo, useSearchParams } from '../web/router.tsx';
import { useOperation } from '../web/use-operation.ts';
import { Waiting } from '../web/waiting.tsx';
import { firstPageOf } from './first-page.ts';

/** Leads on to where the day begins for whoever comes; an address of the list of plans from earlier still works. */
function Start() {
  const go = useGo();
  const search = useSearchParams();
  const { data: session } = useOperation(peopleOperations['session.show'], {});
  const isSample = session?.isSample ?? false;
  const { data, isError } = useOperation(planOperations['plans.list'], {}, { enabled: isSample });
  const isKnown = session !== undefined && (!isSample || data !== undefined || isError);
  const role = session?.posts.find(({ id }) => id === session.postId)?.role ?? null;
  const first =
    search.list === undefined ? firstPageOf({ role, isSample, hasPlans: data?.plans.length !== 0 }) : '/plans';
  useEffect(() => {
    if (isKnown) go(first, search, { replace: true });
  }, [isKnown, first, search, go]);
  return <Waiting />;
}

export const startPage = definePage({
  path: '/',
  title: { zh: '首页', en: 'Start' },
  permission: peopleOperations['session.show'].permission,
  render: () => <Start />,
});
