import { Problem } from '../../core/problem.ts';

/** How much a file may ask of the machine before it is refused. */
export interface Limits {
  /** Bytes of the file itself. */
  readonly file: number;
  /** Bytes of all parts that a packed file says or turns out to hold. */
  readonly unpacked: number;
  /** Unpacked over packed size, asked only of parts above a megabyte: XML of figures packs well. */
  readonly ratio: number;
  readonly entries: number;
  /** Elements within elements. */
  readonly depth: number;
  readonly pages: number;
  /** Time for the pages of a PDF. */
  readonly seconds: number;
  /** Cells of one table or sheet, blanks included. */
  readonly cells: number;
}

const MiB = 1024 * 1024;

export const defaultLimits: Limits = {
  file: 50 * MiB,
  unpacked: 300 * MiB,
  ratio: 200,
  entries: 5000,
  depth: 200,
  pages: 3000,
  seconds: 120,
  cells: 2_000_000,
};

const inMegabytes = (bytes: number): string => `${Math.ceil((bytes / MiB) * 10) / 10} MB`;

/** Refuses before anything is parsed. */
export function checkSize(name: string, size: number, { file }: Limits): void {
  if (size === 0) throw new Problem('file-empty', { name });
  if (size > file) throw new Problem('file-too-large', { name, size: inMegabytes(size), limit: inMegabytes(file) });
}

export const damaged = (name: string, reason: string): Problem => new Problem('file-damaged', { name, reason });
