/** RFC 6238 with the values that every authenticator uses: 30 seconds, SHA-1, six digits. */
const seconds = 30;

export const stepAt = (now: string): number => Math.floor(Date.parse(now) / 1000 / seconds);

/** Which time step a code belongs to: one before and one after are allowed, a step once used never again. */
export function stepOf(
  code: string,
  { now, lastStep, codeAt }: { now: string; lastStep: number | null; codeAt: (step: number) => string },
): number | null {
  const current = stepAt(now);
  const steps = [current, current - 1, current + 1].filter((step) => lastStep === null || step > lastStep);
  return steps.find((step) => codeAt(step) === code) ?? null;
}

/** What an authenticator app takes, typed or as a QR code. */
export const addressOf = (login: string, secret: string): string =>
  `otpauth://totp/${encodeURIComponent(`Lantu:${login}`)}?secret=${secret}&issuer=Lantu&algorithm=SHA1&digits=6&period=${seconds}`;
