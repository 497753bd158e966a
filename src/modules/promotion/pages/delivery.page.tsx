import { CheckSquareOutlined, FileDoneOutlined, ProjectOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { deliveryOperations } from '../../projects/delivery-operations.ts';
import { siteOperations } from '../../projects/site-operations.ts';
import { submissionOperations } from '../../reports/submission-operations.ts';
import { promiseOperations } from '../promise-operations.ts';
import { type Slots, SlotsContext } from './slots.ts';

const MyWorkScreen = lazy(async () => ({ default: (await import('./my-work-screen.tsx')).MyWorkScreen }));
const BoardScreen = lazy(async () => ({ default: (await import('./board-screen.tsx')).BoardScreen }));
const ProjectScreen = lazy(async () => ({ default: (await import('./project-screen.tsx')).ProjectScreen }));
const PromisesScreen = lazy(async () => ({ default: (await import('./promises-screen.tsx')).PromisesScreen }));
const SiteScreen = lazy(async () => ({ default: (await import('./site-screen.tsx')).SiteScreen }));
const WorkloadScreen = lazy(async () => ({ default: (await import('./workload-screen.tsx')).WorkloadScreen }));

export const myWorkPage = definePage({
  path: '/my-work',
  title: { zh: '我的工作', en: 'My work' },
  permission: submissionOperations['reports.list'].permission,
  menu: { icon: <CheckSquareOutlined /> },
  render: () => <MyWorkScreen />,
});

export const boardPage = definePage({
  path: '/delivery',
  title: { zh: '项目推进', en: 'Delivery' },
  permission: deliveryOperations['delivery.board'].permission,
  menu: { icon: <ProjectOutlined /> },
  render: () => <BoardScreen />,
});

export const workloadPage = definePage({
  path: '/delivery/people',
  title: { zh: '责任人与交接清单', en: 'People and hand-over' },
  permission: deliveryOperations['delivery.workload'].permission,
  render: () => <WorkloadScreen />,
});

export const promisesPage = definePage({
  path: '/delivery/promises',
  title: { zh: '承诺履约', en: 'Promises' },
  permission: promiseOperations['promises.due'].permission,
  menu: { icon: <FileDoneOutlined />, group: 'dispatch' },
  render: () => <PromisesScreen />,
});

export const sitePage = definePage({
  path: '/delivery/$projectId/site',
  title: { zh: '现场登记', en: 'Site entry' },
  permission: siteOperations['site.note'].permission,
  render: () => <SiteScreen />,
});

/** The page of a project, with the panels that other modules draw. */
export const projectPage = (slots: Slots) =>
  definePage({
    path: '/delivery/$projectId',
    title: { zh: '项目', en: 'Project' },
    permission: deliveryOperations['delivery.show'].permission,
    render: () => (
      <SlotsContext value={slots}>
        <ProjectScreen />
      </SlotsContext>
    ),
  });
