import { expect, test } from 'vitest';
import { text } from '../register/kinds.ts';
import { defineLedger, type LedgerDeclaration } from './ledger.ts';
import { bySource, sourceOf, typedStages, whyNotTyped } from './typed.ts';

const declaration: LedgerDeclaration = {
  id: 'draws',
  label: { zh: '抽查', en: 'Draws' },
  purpose: { zh: '抽查', en: 'Draws' },
  mechanisms: [],
  source: [],
  name: { zh: '抽查', en: 'Draw' },
  fields: [
    { id: 'list', label: { zh: '名录', en: 'List' }, kind: text(), isFrozen: true },
    {
      id: 'result',
      label: { zh: '结果', en: 'Result' },
      kind: text(),
      movesBy: { zh: '由抽取得出', en: 'By the draw' },
    },
    { id: 'note', label: { zh: '备注', en: 'Note' }, kind: text() },
  ],
  first: 'prepared',
  stages: {
    prepared: { label: { zh: '待抽取', en: 'Prepared' } },
    drawn: { label: { zh: '已抽取', en: 'Drawn' } },
    published: { label: { zh: '已公开', en: 'Published' }, isFinal: true },
    cancelled: { label: { zh: '取消', en: 'Cancelled' }, isFinal: true },
  },
  actions: {
    draw: { label: { zh: '抽取', en: 'Draw' }, from: ['prepared'], to: 'drawn', through: 'draw' },
    publish: { label: { zh: '公开', en: 'Publish' }, from: ['drawn'], to: 'published' },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['prepared'], to: 'cancelled' },
  },
  parameters: {},
  cases: [],
};
const ledger = defineLedger(declaration);
const fieldOf = (id: string) => ledger.fields.find((field) => field.id === id) as (typeof ledger.fields)[number];

test('a list is typed until the entry leaves its first stage; a result never', () => {
  expect(whyNotTyped(ledger, null, fieldOf('list'))).toBeNull();
  expect(whyNotTyped(ledger, 'prepared', fieldOf('list'))).toBeNull();
  expect(whyNotTyped(ledger, 'drawn', fieldOf('list'))?.zh).toContain('冻结');
  expect(whyNotTyped(ledger, null, fieldOf('result'))?.zh).toBe('由抽取得出');
  expect(whyNotTyped(ledger, 'drawn', fieldOf('note'))).toBeNull();
});

test('a step of a source is not taken by hand, and what only it leads to cannot be claimed', () => {
  expect(sourceOf(ledger, 'draw')).toBe('draw');
  expect(sourceOf(ledger, 'publish')).toBeNull();
  expect([...typedStages(ledger)].sort()).toEqual(['cancelled', 'prepared']);
  expect(bySource('draw').zh).toContain('双随机抽取');
});

test('a ledger that a source makes has no stage that a sheet may begin in', () => {
  const made = defineLedger({ ...declaration, madeBy: 'draw' });
  expect(sourceOf(made, null)).toBe('draw');
  expect(typedStages(made).size).toBe(0);
});
