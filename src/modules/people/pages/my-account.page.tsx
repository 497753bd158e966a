import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { peopleOperations } from '../operations.ts';

const MyAccountScreen = lazy(async () => ({ default: (await import('./my-account-screen.tsx')).MyAccountScreen }));

export const myAccountPage = definePage({
  path: '/account',
  title: { zh: '我的账号', en: 'My account' },
  permission: peopleOperations['session.list'].permission,
  render: () => <MyAccountScreen />,
});
