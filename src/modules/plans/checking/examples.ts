import { readText } from '../../documents/reading/read.ts';
import type { Dossier } from '../dossier.ts';

/** Documents given together, from their texts. */
export const dossierOf = (...texts: readonly string[]): Dossier => ({
  readings: texts.map((text, i) => readText(i === 0 ? '例.txt' : `例${i + 1}.txt`, text)),
});

type Written = string | readonly string[];

/** Example documents as text: one text, or several documents given together; read only when a test asks. */
export function examples(written: { readonly pass: readonly Written[]; readonly fail: readonly Written[] }) {
  const read = (each: Written) => (typeof each === 'string' ? dossierOf(each) : dossierOf(...each));
  return {
    get pass() {
      return written.pass.map(read);
    },
    get fail() {
      return written.fail.map(read);
    },
  };
}
