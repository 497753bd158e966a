import { TableOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { reportOperations } from '../operations.ts';
import { submissionOperations } from '../submission-operations.ts';

const ReportsScreen = lazy(async () => ({ default: (await import('./reports-screen.tsx')).ReportsScreen }));

export const reportsPage = definePage({
  path: '/reports',
  title: { zh: '报表', en: 'Reports' },
  permission: reportOperations['reports.forms'].permission,
  menu: { icon: <TableOutlined /> },
  render: () => <ReportsScreen />,
});

const FillScreen = lazy(async () => ({ default: (await import('./fill-screen.tsx')).FillScreen }));

export const fillPage = definePage({
  path: '/reports/fill',
  title: { zh: '填报', en: 'Fill a report' },
  permission: submissionOperations['reports.open'].permission,
  render: () => <FillScreen />,
});

const ReviewScreen = lazy(async () => ({ default: (await import('./review-screen.tsx')).ReviewScreen }));

export const reviewPage = definePage({
  path: '/reports/review',
  title: { zh: '报送与审核', en: 'Reports under way' },
  permission: submissionOperations['reports.list'].permission,
  render: () => <ReviewScreen />,
});

const ReviewSheetScreen = lazy(async () => ({
  default: (await import('./review-sheet-screen.tsx')).ReviewSheetScreen,
}));

export const reviewSheetPage = definePage({
  path: '/reports/review/$reportId',
  title: { zh: '审核报表', en: 'Review a report' },
  permission: submissionOperations['reports.show'].permission,
  render: () => <ReviewSheetScreen />,
});

const ShownSheetScreen = lazy(async () => ({ default: (await import('./review-sheet-screen.tsx')).ShownSheetScreen }));

export const shownSheetPage = definePage({
  path: '/reports/show',
  title: { zh: '报表', en: 'A report' },
  permission: submissionOperations['reports.show'].permission,
  render: () => <ShownSheetScreen />,
});
