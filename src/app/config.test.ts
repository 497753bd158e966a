import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { configOf } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantu-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const provider = { LANTU_OIDC_ISSUER: 'https://id.example.gov.cn', LANTU_OIDC_CLIENT_ID: 'lantu' };

test('without their variables there is neither identity provider nor mail, and the key is the file of the data home', () => {
  const { oidc, smtp, secretKey } = configOf({});
  expect([oidc, smtp, secretKey]).toEqual([undefined, undefined, undefined]);
});

test('the button of the identity provider has a name in both languages, or one for both', () => {
  expect(configOf(provider).oidc).toMatchObject({
    name: { zh: '统一身份认证', en: 'Single sign-on' },
    claim: 'preferred_username',
    clientSecret: undefined,
  });
  const named = (name: string) => configOf({ ...provider, LANTU_OIDC_NAME: name }).oidc?.name;
  expect(named('政务登录 | Government sign-on')).toEqual({ zh: '政务登录', en: 'Government sign-on' });
  expect(named('eID')).toEqual({ zh: 'eID', en: 'eID' });
});

test('a secret may stand in a file; a file that is not there is named', () => {
  const file = join(folder, 'secret');
  writeFileSync(file, 'hush\n');
  expect(configOf({ ...provider, LANTU_OIDC_CLIENT_SECRET_FILE: file }).oidc?.clientSecret).toBe('hush');
  expect(configOf({ LANTU_SECRET_KEY_FILE: file }).secretKey).toBe('hush');
  expect(() => configOf({ LANTU_SECRET_KEY_FILE: join(folder, 'none') })).toThrow(/LANTU_SECRET_KEY_FILE: ENOENT/);
});

test.each([
  [{ LANTU_OIDC_ISSUER: 'https://id.example.gov.cn' }, /LANTU_OIDC_CLIENT_ID/],
  [{ LANTU_OIDC_CLIENT_ID: 'lantu' }, /LANTU_OIDC_ISSUER/],
  [{ ...provider, LANTU_OIDC_ISSUER: 'ldap://id' }, /LANTU_OIDC_ISSUER/],
  [{ LANTU_SMTP_URL: 'smtp://mail.example.cn' }, /LANTU_MAIL_FROM/],
  [{ LANTU_SMTP_URL: 'http://mail.example.cn', LANTU_MAIL_FROM: 'a@example.cn' }, /LANTU_SMTP_URL/],
])('%j is half of a setting, or a wrong one, and is named', (environment, name) => {
  expect(() => configOf(environment)).toThrow(name);
});
