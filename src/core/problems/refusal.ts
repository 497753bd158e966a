import type { Label } from '../text.ts';

/** What a refusal says, with the way out, and the HTTP status it is answered with. */
export interface Refusal {
  readonly status: number;
  readonly message: Label;
}
export type Refusals = Readonly<Record<string, Refusal>>;
