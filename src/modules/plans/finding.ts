import type { Finding } from '../../core/check.ts';

/** A finding as it is kept: with the fingerprint that dismissals hang on. */
export type KeptFinding = Finding & { readonly fingerprint: string };
