import { describe, expect, test } from 'vitest';
import { type ChecklistItem, checkItem, dueOfItem, factsOfItems, items, lateOf, untouched } from './checklist.ts';

const itemOf = (id: string) => items.find((each) => each.id === id) as ChecklistItem;
const permit = itemOf('construction-permit');
const usual = { isExpress: false, officeDays: null };

describe('approvals', () => {
  test('a limit of calendar days is the law’s, and express projects have half of it', () => {
    expect(dueOfItem(permit, '2026-11-16', usual)).toBe('2026-11-23');
    expect(dueOfItem(permit, '2026-11-16', { ...usual, isExpress: true })).toBe('2026-11-20');
  });

  test('a limit of working days passes over the weekend; a limit of the office counts working days', () => {
    expect(dueOfItem(itemOf('land-pre-review'), '2026-11-02', usual)).toBe('2026-11-30');
    expect(dueOfItem(permit, '2026-11-20', { isExpress: false, officeDays: 3 })).toBe('2026-11-25');
    expect(dueOfItem(itemOf('bidding'), '2026-11-20', usual)).toBeNull();
  });

  test('papers may be missing only where the item allows it, and only with a day for each', () => {
    const lacking = { ...untouched('construction-permit'), state: 'lacking' as const, submittedOn: '2026-11-16' };
    expect(() => checkItem(permit, lacking)).toThrow(/补正日期/);
    const papers = [{ paper: '施工图审查合格书', byDay: '2026-12-01', suppliedOn: null }];
    expect(() => checkItem(permit, { ...lacking, papers })).not.toThrow();
    expect(() => checkItem(itemOf('land-contract'), { ...lacking, papers })).toThrow(/不适用容缺/);
    expect(() => checkItem(itemOf('land-contract'), { ...lacking, state: 'promised' })).toThrow(/不适用告知承诺/);
  });

  test('a decision has its day, and what is not needed its reason', () => {
    expect(() => checkItem(permit, { ...untouched(permit.id), state: 'granted' })).toThrow(/办结日期/);
    expect(() => checkItem(permit, { ...untouched(permit.id), state: 'not-needed' })).toThrow(/理由/);
  });

  test('a granted permit or a promise in its place is the fact that a start needs; an application is not', () => {
    const promised = { ...untouched(permit.id), state: 'promised' as const };
    expect(factsOfItems([promised])).toMatchObject({ 'start-permit': true, 'land-right': false });
    expect(factsOfItems([{ ...promised, state: 'submitted' }])['start-permit']).toBe(false);
  });

  test('what is late are items past their limit and papers past their day', () => {
    const record = {
      ...untouched(permit.id),
      state: 'lacking' as const,
      dueOn: '2026-11-20',
      papers: [{ paper: '施工图', byDay: '2026-11-21', suppliedOn: null }],
    };
    expect(lateOf([record], '2026-11-20')).toEqual([]);
    expect(lateOf([record], '2026-11-22')).toEqual([
      { item: permit.id, paper: null, dueOn: '2026-11-20' },
      { item: permit.id, paper: '施工图', dueOn: '2026-11-21' },
    ]);
  });
});
