import { UnorderedListOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { ledgerOperations } from '../operations.ts';

const CatalogScreen = lazy(async () => ({ default: (await import('./catalog-screen.tsx')).CatalogScreen }));
const LedgerScreen = lazy(async () => ({ default: (await import('./ledger-screen.tsx')).LedgerScreen }));
const { permission } = ledgerOperations['ledgers.catalog'];
const title = { zh: '台账', en: 'Ledgers' };

export const ledgersPage = definePage({
  path: '/ledgers',
  title,
  permission,
  menu: { icon: <UnorderedListOutlined /> },
  render: () => <CatalogScreen />,
});

export const ledgerPage = definePage({ path: '/ledgers/$ledger', title, permission, render: () => <LedgerScreen /> });
