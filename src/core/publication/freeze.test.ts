import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDocument, type Figure, figuresOf, type OfficialDocument, withoutMarked } from './document.ts';
import { canonicalJson, changesSince, isUpToDate, sourceKey, strayFigures } from './freeze.ts';

const figure = (text: string, id: string): Figure => ({ text, source: { kind: 'observation', id } });
const document: OfficialDocument = {
  ...emptyDocument,
  title: '通报',
  blocks: [
    { kind: 'heading', level: 1, content: ['一、情况'] },
    { kind: 'paragraph', content: ['完成', figure('12.5', 'a'), '亿元'], marks: ['internal'] },
    {
      kind: 'table',
      title: null,
      unit: null,
      notes: [],
      columns: [
        { head: '园区', align: 'left' },
        { head: '产值', align: 'right' },
      ],
      rows: [[['青川'], [figure('8.1', 'b')]]],
    },
    { kind: 'chart', title: null, unit: null, bars: [{ label: '青川', value: figure('8.1', 'b') }] },
  ],
};

test('every figure is listed with the place where it stands', () => {
  expect(figuresOf(document).map(({ at, figure: { text } }) => `${at} ${text}`)).toEqual([
    '1 12.5',
    '2/0/1 8.1',
    '3/0 8.1',
  ]);
});

test('the order of keys does not change the canonical text, any other change does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      return canonicalJson(turned) === canonicalJson(value);
    }),
  );
  expect(canonicalJson({ ...document, title: '通 报' })).not.toBe(canonicalJson(document));
  expect(canonicalJson(JSON.parse(JSON.stringify(document)))).toBe(canonicalJson(document));
});

test('a corrected source is named wherever its figure stands; what was not looked up is left in peace', () => {
  const current = new Map<string, string | null>([[sourceKey({ kind: 'observation', id: 'b' }), '8.3']]);
  expect(changesSince(document, current).map(({ at, was, is }) => [at, was, is])).toEqual([
    ['2/0/1', '8.1', '8.3'],
    ['3/0', '8.1', '8.3'],
  ]);
  expect(isUpToDate(document, new Map())).toBe(true);
});

test('a figure typed over is found, a figure taken out is not missed', () => {
  const typedOver = { blocks: [{ kind: 'paragraph' as const, content: [figure('99', 'a')] }] };
  expect(strayFigures(document, typedOver)).toMatchObject([{ was: '12.5', is: '99' }]);
  expect(strayFigures(document, { blocks: [] })).toEqual([]);
});

test('the public version has nothing of what is internal', () => {
  expect(withoutMarked(document, ['internal']).blocks).toHaveLength(3);
  expect(withoutMarked(document, []).blocks).toHaveLength(4);
});
