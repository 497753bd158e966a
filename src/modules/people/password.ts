import type { Label } from '../../core/text.ts';
import common from './common-passwords.json' with { type: 'json' };

export const shortest = 10;
/** Argon2 reads every byte: a limit keeps a sign-in cheap. */
export const longest = 200;

const known = new Set(common.passwords.map((each) => each.toLowerCase()));

/** What is wrong with a password; the empty list says it may be used. Length counts, not kinds of characters. */
export function passwordIssues(password: string, login: string): readonly Label[] {
  const issues: Label[] = [];
  const plain = password.toLowerCase();
  if ([...password].length < shortest)
    issues.push({ zh: `至少 ${shortest} 个字符`, en: `at least ${shortest} characters` });
  if (password.length > longest) issues.push({ zh: `最多 ${longest} 个字符`, en: `at most ${longest} characters` });
  if (login.length >= 3 && plain.includes(login.toLowerCase()))
    issues.push({ zh: '不能含登录名', en: 'must not contain the login' });
  if (known.has(plain) || new Set(plain).size <= 2) issues.push({ zh: '过于常见', en: 'too common' });
  return issues;
}
