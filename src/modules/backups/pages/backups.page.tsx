import { SaveOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { backupOperations } from '../operations.ts';

const BackupsScreen = lazy(async () => ({ default: (await import('./backups-screen.tsx')).BackupsScreen }));

export const backupsPage = definePage({
  path: '/backups',
  title: { zh: '备份', en: 'Backups' },
  permission: backupOperations['backups.list'].permission,
  menu: { icon: <SaveOutlined />, group: 'manage' },
  render: () => <BackupsScreen />,
});
