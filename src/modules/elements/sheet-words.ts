/** What is wrong with a line of a spreadsheet, by the column that it is about. */
import { Problem } from '../../core/problem.ts';

/** What is wrong with a line, by the field that it is about; a Problem of the amount is one of the quantity. */
export function issuesOf(check: () => unknown): { field: string; zh: string; en: string }[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [{ field: error.code === 'element-amount' ? 'quantity' : 'from', ...error.label }];
  }
}

const fieldOf: Readonly<Record<string, string>> = { typed: 'quantity', number: 'name', parentId: 'parent' };

interface Words {
  readonly success: boolean;
  readonly error?:
    | { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
    | undefined;
}
export const issuesIn = ({ error }: Words) =>
  (error?.issues ?? []).map(({ path, message }) => {
    const at = String(path[0] ?? 'name');
    return { field: fieldOf[at] ?? at, zh: message, en: message };
  });

export const noElement = {
  field: 'element',
  zh: '没有这种要素，写“用地指标”“能耗”等',
  en: 'no such element; write Land quota, Energy …',
};
