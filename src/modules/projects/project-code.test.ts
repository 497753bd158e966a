import { describe, expect, test } from 'vitest';
import { ProjectCode } from './project-code.ts';

describe('project code', () => {
  test.each(['2026-230100-04-01-123456', '2611-371500-29-03-000001', '2026–230100–04–01–123456'])(
    '%s has the form',
    (code) => expect(ProjectCode.parse(code)).toHaveLength(24),
  );
  test.each([
    '2026-230100-04-01-12345',
    '2613-230100-04-01-123456',
    '2026230100040112345600',
    '1999-230100-04-01-123456',
    '',
  ])('%j is refused', (code) => expect(ProjectCode.safeParse(code).success).toBe(false));
});
