import { ApartmentOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { peopleOperations } from '../operations.ts';

const UnitsScreen = lazy(async () => ({ default: (await import('./units-screen.tsx')).UnitsScreen }));

export const unitsPage = definePage({
  path: '/units',
  title: { zh: '单位', en: 'Units' },
  permission: peopleOperations['units.list'].permission,
  menu: { icon: <ApartmentOutlined />, group: 'manage' },
  render: () => <UnitsScreen />,
});
