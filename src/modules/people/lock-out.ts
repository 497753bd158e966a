/** Wrong attempts in a row before an account is locked (GB/T 22239-2019, 8.1.4.1 asks for a limit). */
export const attempts = 5;
const firstWaitMinutes = 1;
const longestWaitMinutes = 60;

/** How long the account stays locked after this many wrong attempts: doubling, up to an hour. */
export const waitAfter = (failures: number): number =>
  failures < attempts ? 0 : Math.min(longestWaitMinutes, firstWaitMinutes * 2 ** Math.min(20, failures - attempts));

export function afterFailure(failures: number, now: string): { failures: number; lockedUntil: string | null } {
  const wait = waitAfter(failures + 1);
  const lockedUntil = wait === 0 ? null : new Date(Date.parse(now) + wait * 60_000).toISOString();
  return { failures: failures + 1, lockedUntil };
}

export const isLocked = (lockedUntil: string | null, now: string): boolean =>
  lockedUntil !== null && Date.parse(now) < Date.parse(lockedUntil);
