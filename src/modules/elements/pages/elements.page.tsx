import { BarsOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { balanceOperations } from '../balance-operations.ts';

const ElementsScreen = lazy(async () => ({ default: (await import('./elements-screen.tsx')).ElementsScreen }));
const ElementScreen = lazy(async () => ({ default: (await import('./element-screen.tsx')).ElementScreen }));

export const elementsPage = definePage({
  path: '/elements',
  title: { zh: '要素保障', en: 'Elements' },
  permission: balanceOperations['elements.balance'].permission,
  menu: { icon: <BarsOutlined />, group: 'dispatch' },
  render: () => <ElementsScreen />,
});

export const elementPage = definePage({
  path: '/elements/$element',
  title: { zh: '要素', en: 'Element' },
  permission: balanceOperations['elements.show'].permission,
  render: () => <ElementScreen />,
});

/** What a project asks for and was given, drawn on its own page. */
export const ProjectElements = lazy(async () => ({
  default: (await import('./project-elements.tsx')).ProjectElements,
}));
