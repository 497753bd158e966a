import { BarsOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../../web/page.ts';
import { nodeOperations } from '../../nodes-operations.ts';

const NodesScreen = lazy(async () => ({ default: (await import('./nodes-screen.tsx')).NodesScreen }));
const PortfolioScreen = lazy(async () => ({ default: (await import('./portfolio-screen.tsx')).PortfolioScreen }));

/** The panel for the page of a project. */
export const NodePlan = lazy(async () => ({ default: (await import('./node-plan-panel.tsx')).NodePlanPanel }));

export const nodesPage = definePage({
  path: '/projects/$projectId/nodes',
  title: { zh: '节点计划', en: 'Node plan' },
  permission: nodeOperations['nodes.show'].permission,
  render: () => <NodesScreen />,
});

export const ganttPage = definePage({
  path: '/delivery/gantt',
  title: { zh: '项目甘特图', en: 'Gantt of projects' },
  permission: nodeOperations['nodes.portfolio'].permission,
  menu: { icon: <BarsOutlined />, group: 'dispatch' },
  render: () => <PortfolioScreen />,
});
