import { BuildOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';

const ProjectsScreen = lazy(async () => ({ default: (await import('./projects-screen.tsx')).ProjectsScreen }));

export const projectsPage = definePage({
  path: '/projects',
  title: { zh: '项目', en: 'Projects' },
  permission: 'register.read',
  menu: { icon: <BuildOutlined />, group: 'registers' },
  render: () => <ProjectsScreen />,
});
