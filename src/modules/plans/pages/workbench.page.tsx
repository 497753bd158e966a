import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { planOperations } from '../operations.ts';

const Workbench = lazy(async () => ({ default: (await import('./workbench/workbench.tsx')).Workbench }));

export const workbenchPage = definePage({
  path: '/plans/$planId',
  title: { zh: '规划核对', en: 'Plan workbench' },
  permission: planOperations['plans.show'].permission,
  render: () => <Workbench />,
});
