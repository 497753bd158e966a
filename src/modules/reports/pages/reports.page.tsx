import { TableOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { reportOperations } from '../operations.ts';

const ReportsScreen = lazy(async () => ({ default: (await import('./reports-screen.tsx')).ReportsScreen }));

export const reportsPage = definePage({
  path: '/reports',
  title: { zh: '报表', en: 'Reports' },
  permission: reportOperations['reports.forms'].permission,
  menu: { icon: <TableOutlined />, group: 'data' },
  render: () => <ReportsScreen />,
});
