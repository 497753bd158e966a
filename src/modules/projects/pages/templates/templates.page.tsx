import { NodeIndexOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../../web/page.ts';
import { templateOperations } from '../../node-templates-operations.ts';

const TemplatesScreen = lazy(async () => ({ default: (await import('./templates-screen.tsx')).TemplatesScreen }));
const TemplateScreen = lazy(async () => ({ default: (await import('./template-screen.tsx')).TemplateScreen }));

export const templatesPage = definePage({
  path: '/node-templates',
  title: { zh: '节点模板', en: 'Node templates' },
  permission: templateOperations['nodes.templates'].permission,
  menu: { icon: <NodeIndexOutlined />, group: 'manage' },
  render: () => <TemplatesScreen />,
});

export const templatePage = definePage({
  path: '/node-templates/$templateId',
  title: { zh: '节点模板', en: 'Node template' },
  permission: templateOperations['nodes.templates'].permission,
  render: () => <TemplateScreen />,
});
