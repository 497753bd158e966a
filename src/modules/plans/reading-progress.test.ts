import { expect, test } from 'vitest';
import { createReadingProgress } from './reading-progress.ts';

test('how far a reading is, is told to whoever began it and to nobody else, and “done” once', () => {
  const progress = createReadingProgress();
  progress.note('wang', 'reading-1', 'saving');
  expect(progress.tell('li', 'reading-1')).toBe('waiting');
  expect(progress.tell('wang', 'reading-1')).toBe('saving');
  progress.note('wang', 'reading-1', 'done');
  expect([progress.tell('wang', 'reading-1'), progress.tell('wang', 'reading-1')]).toEqual(['done', 'waiting']);
});

test('a reading that failed is begun anew, and one that nobody asks for is not kept', () => {
  const progress = createReadingProgress();
  progress.note('wang', 'reading-1', 'saving');
  progress.note('wang', 'reading-1', null);
  progress.note('wang', undefined, 'saving');
  expect([progress.tell('wang', 'reading-1'), progress.tell('wang', 'undefined')]).toEqual(['waiting', 'waiting']);
});
