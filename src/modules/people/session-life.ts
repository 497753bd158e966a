const hour = 3_600_000;

/** Nobody came back for so long: the session is over. */
export const idleHours = 8;
/** However busy: after so long one signs in again. */
export const longestHours = 7 * 24;
/** The last use is written down at most this often. */
const noticeMinutes = 1;

export interface SessionTimes {
  readonly createdAt: string;
  readonly seenAt: string;
  readonly endedAt: string | null;
}

export function isLive({ createdAt, seenAt, endedAt }: SessionTimes, now: string): boolean {
  const at = Date.parse(now);
  return (
    endedAt === null && at - Date.parse(seenAt) < idleHours * hour && at - Date.parse(createdAt) < longestHours * hour
  );
}

export const needsNotice = (seenAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(seenAt) >= noticeMinutes * 60_000;
