import { AuditOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { auditOperations } from '../operations.ts';

const AuditsScreen = lazy(async () => ({ default: (await import('./audits-screen.tsx')).AuditsScreen }));

export const auditsPage = definePage({
  path: '/audits',
  title: { zh: '审计', en: 'Audit' },
  permission: auditOperations['audits.search'].permission,
  menu: { icon: <AuditOutlined />, group: 'manage' },
  render: () => <AuditsScreen />,
});
