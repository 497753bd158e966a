import { LoginOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { peopleOperations } from '../operations.ts';

const SignInsScreen = lazy(async () => ({ default: (await import('./sign-ins-screen.tsx')).SignInsScreen }));

export const signInsPage = definePage({
  path: '/sign-ins',
  title: { zh: '登录日志', en: 'Sign-ins' },
  permission: peopleOperations['sign-ins.list'].permission,
  menu: { icon: <LoginOutlined />, group: 'manage' },
  render: () => <SignInsScreen />,
});
