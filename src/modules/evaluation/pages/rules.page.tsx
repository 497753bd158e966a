import { ControlOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { ruleOperations } from '../operations.ts';

const RulesScreen = lazy(async () => ({ default: (await import('./rules-screen.tsx')).RulesScreen }));
const RuleScreen = lazy(async () => ({ default: (await import('./rule-screen.tsx')).RuleScreen }));

export const rulesPage = definePage({
  path: '/rules',
  title: { zh: '规则', en: 'Rules' },
  permission: ruleOperations['rules.list'].permission,
  menu: { icon: <ControlOutlined />, group: 'data' },
  render: () => <RulesScreen />,
});

export const rulePage = definePage({
  path: '/rules/$ruleId/$edition',
  title: { zh: '规则', en: 'Rule' },
  permission: ruleOperations['rules.show'].permission,
  render: () => <RuleScreen />,
});
