import type { Field, Neighbours, RegisterData } from '../../core/register/register.ts';

/** A field for the eye; a record that it points to has its name of the day. */
export function showField({ id, kind }: Field, data: RegisterData, names: Readonly<Record<string, string>>): string {
  const value = data[id];
  if (value === undefined || value === null) return '';
  return kind.show ? kind.show(value as never) : kind.write(value as never, namesOnly(names));
}

export const namesOnly = (names: Readonly<Record<string, string>>): Neighbours => ({
  find: (_, id) => ({ value: id }),
  nameOf: (_, id) => names[id] ?? null,
});

/** Today where the reader is. */
export const todayHere = (): string => {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
