import { DiffOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { planOperations } from '../operations.ts';

const CompareScreen = lazy(async () => ({ default: (await import('./compare-screen.tsx')).CompareScreen }));

export const comparePage = definePage({
  path: '/compare',
  title: { zh: '比较', en: 'Compare' },
  permission: planOperations['plans.compare'].permission,
  menu: { icon: <DiffOutlined />, group: 'plans' },
  render: () => <CompareScreen />,
});
