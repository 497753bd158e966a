import { expect, test } from 'vitest';
import { emptyDocument } from '../../core/publication/document.ts';
import { type Earlier, Head, nextNumber, proposedHead } from './head.ts';

const none = Head.parse(emptyDocument);
const one = (title: string, head: Partial<Head>): Earlier => ({ title, head: { ...none, ...head }, isAlike: true });

test('the next number follows the highest of the same mark in the year', () => {
  const all = ['青政办通〔2026〕6号', '青政办通〔2026〕11号', '青政发〔2026〕40号', null, '青政办通〔2025〕99号'];
  expect(nextNumber('青政办通〔2026〕6号', all, '2026-11-22')).toBe('青政办通〔2026〕12号');
});

test('a new year begins with number one', () => {
  expect(nextNumber('青政办通〔2026〕11号', ['青政办通〔2026〕11号'], '2027-01-05')).toBe('青政办通〔2027〕1号');
});

test.each([null, '第11期', '青政办通2026-11'])('no number is made up after “%s”', (last) => {
  expect(nextNumber(last, [last], '2026-11-22')).toBeNull();
});

test('the head of the last bulletin that had one is proposed, printed today', () => {
  const earlier = [
    one('十月', { signature: '青川县' }),
    one('九月', { issuer: '青川县人民政府办公室文件', number: '青政办通〔2026〕9号', printedOn: '2026-10-12' }),
    one('八月', { issuer: '旧标志', number: '青政办通〔2026〕8号' }),
  ];
  expect(proposedHead(earlier, '2026-11-22', '青川县')).toEqual({
    from: '九月',
    head: {
      ...none,
      issuer: '青川县人民政府办公室文件',
      number: '青政办通〔2026〕10号',
      printedOn: '2026-11-22',
    },
  });
  expect(proposedHead([], '2026-11-22', null)).toBeNull();
});

test('a bulletin about another unit lends everything but its signature', () => {
  const other = { ...one('邻县', { issuer: '文件', signature: '临江县' }), isAlike: false };
  expect(proposedHead([other], '2026-11-22', '青川县')?.head).toMatchObject({ issuer: '文件', signature: '青川县' });
});
