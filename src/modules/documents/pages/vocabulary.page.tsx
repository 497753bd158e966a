import { BookOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { documentOperations } from '../operations.ts';

const VocabularyScreen = lazy(async () => ({ default: (await import('./vocabulary-screen.tsx')).VocabularyScreen }));

export const vocabularyPage = definePage({
  path: '/vocabulary',
  title: { zh: '词汇', en: 'Vocabulary' },
  permission: documentOperations['vocabulary.read'].permission,
  menu: { icon: <BookOutlined />, group: 'plans' },
  render: () => <VocabularyScreen />,
});
