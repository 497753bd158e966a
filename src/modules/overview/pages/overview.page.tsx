import { DashboardOutlined } from '@ant-design/icons';
import { type ComponentType, lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { overviewOperations } from '../operations.ts';

const OverviewScreen = lazy(async () => ({ default: (await import('./overview-screen.tsx')).OverviewScreen }));

/** What opens beside the page when a number is asked for its origin; the module of figures draws it. */
export type FigureOrigin = ComponentType<{
  readonly place: {
    readonly unitPath: string;
    readonly period: string;
    readonly indicatorId: string;
    readonly measure: 'value' | 'plan' | 'growth' | 'completion' | 'ahead';
    readonly subjectKind: 'unit' | 'park' | 'enterprise' | 'project';
    readonly level: number;
  } | null;
  readonly onClose: () => void;
}>;

export const overviewPage = (Origin: FigureOrigin) =>
  definePage({
    path: '/overview',
    title: { zh: '总览', en: 'Overview' },
    permission: overviewOperations['overview.show'].permission,
    menu: { icon: <DashboardOutlined /> },
    render: () => <OverviewScreen Origin={Origin} />,
  });
