/** One value that is not what it was. Absent on a side: the field was not there. */
export interface Difference {
  readonly path: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const holdsFields = (value: unknown): boolean => Array.isArray(value) && value.some(isFields);

const fieldsOf = (value: unknown): Fields | null => {
  if (isFields(value)) return value;
  return holdsFields(value) ? Object.fromEntries(Object.entries(value as readonly unknown[])) : null;
};

const namesOf = (fields: Fields): string[] => Object.keys(fields).filter((name) => fields[name] !== undefined);

/** JSON values are the same when they say the same, in whatever order their fields come; undefined is not there. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  if (!isFields(a) || !isFields(b)) return false;
  const names = namesOf(a);
  return names.length === namesOf(b).length && names.every((name) => isSame(a[name], b[name]));
}

/** Field by field what changed from one JSON value to another; a list of plain values counts as one value. */
export function differencesOf(before: unknown, after: unknown, path: readonly string[] = []): readonly Difference[] {
  if (isSame(before, after)) return [];
  const [left, right] = [fieldsOf(before), fieldsOf(after)];
  const isDeeper = (left !== null || before == null) && (right !== null || after == null) && (left ?? right) !== null;
  if (!isDeeper) return [{ path, before, after }];
  const names = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  if (names.size === 0) return [{ path, before, after }];
  return [...names].flatMap((name): readonly Difference[] => {
    const was = left !== null && Object.hasOwn(left, name) ? { before: left[name] } : {};
    const is = right !== null && Object.hasOwn(right, name) ? { after: right[name] } : {};
    const at = [...path, name];
    return 'before' in was && 'after' in is ? differencesOf(was.before, is.after, at) : [{ path: at, ...was, ...is }];
  });
}
