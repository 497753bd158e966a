import { FileTextOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { planOperations } from '../operations.ts';

const PlansScreen = lazy(async () => ({ default: (await import('./plans-screen.tsx')).PlansScreen }));

export const plansPage = definePage({
  path: '/plans',
  title: { zh: '规划', en: 'Plans' },
  permission: planOperations['plans.list'].permission,
  menu: { icon: <FileTextOutlined />, group: 'plans' },
  render: () => <PlansScreen />,
});
