/** The page of a project as its tests drive it. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n',
);

export type Ask = (method: 'GET' | 'POST' | 'PUT', path: string, data?: object) => Promise<Record<string, unknown>>;

export const asker =
  (page: Page, url: () => string): Ask =>
  async (method, path, data) => {
    const headers = { origin: url(), 'idempotency-key': crypto.randomUUID() };
    const answer = await page.request.fetch(`${url()}/api${path}`, { method, headers, ...(data && { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };

export async function choose(page: Page, place: Page | Locator, label: string, option: string): Promise<void> {
  await place.getByRole('combobox', { name: label, exact: true }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
}

export const attach = async (place: Locator, name: string): Promise<void> => {
  await place.locator('input[type=file]').last().setInputFiles({ name, mimeType: 'application/pdf', buffer: pdf });
  await place.locator('.evidence-field li', { hasText: name }).waitFor();
  await place.locator('.evidence-field [role=status]').waitFor({ state: 'hidden' });
};

export interface Filled {
  readonly text?: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
}

/** Fills the form that is open, confirms, and waits until it has gone. */
export async function fillForm(
  page: Page,
  { text = {}, choices = {}, files = [] }: Filled,
  dialog: Locator = page.getByRole('dialog'),
): Promise<void> {
  for (const [label, option] of Object.entries(choices)) await choose(page, dialog, label, option);
  for (const [label, value] of Object.entries(text)) await dialog.getByLabel(label, { exact: true }).fill(value);
  for (const name of files) await attach(dialog, name);
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
  const refused = dialog.getByRole('alert');
  const gone = dialog.waitFor({ state: 'hidden' }).then(() => null);
  const why = await Promise.race([gone, refused.waitFor().then(() => refused.innerText())]);
  if (why !== null) throw new Error(`the form was refused: ${why}`);
}

/** A panel by its heading; the table in it may have the same name. */
export const panel = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true }).and(page.locator('.panel'));

/** Records an approval in its row. */
export async function recordItem(page: Page, item: string, { text = {}, choices = {}, files = [] }: Filled) {
  await page.getByRole('button', { name: `办理 ${item}`, exact: true }).click();
  const editor = page.locator('.item-editor');
  for (const [label, option] of Object.entries(choices)) await choose(page, editor, label, option);
  for (const [label, value] of Object.entries(text)) await editor.getByLabel(label, { exact: true }).fill(value);
  for (const name of files) await attach(editor, name);
  await editor.getByRole('button', { name: '保存', exact: true }).click();
  await editor.waitFor({ state: 'hidden' });
}

/** The form that lies over everything else, such as that of an entry whose drawer stays open. */
export const topForm = (page: Page): Locator => page.locator('.ant-modal').last();

/** Decides what the documents of a ledger leave open, on the page of the ledger. */
export async function decideLimits(page: Page, days: readonly string[]): Promise<void> {
  for (const value of days) {
    const open = page.locator('.ledger-choices li:has(.ledger-late)');
    const before = await open.count();
    await open.first().getByRole('button').click();
    const form = topForm(page);
    await form.getByRole('spinbutton').fill(value);
    await form.getByRole('textbox').last().fill('推进办规定');
    await form.locator('.ant-modal-footer .ant-btn-primary').click();
    await form.waitFor({ state: 'hidden' });
    await expect.poll(() => open.count()).toBe(before - 1);
  }
}

/** Decides the open questions of a rule edition, on its page. */
export async function decideRule(page: Page, url: string, rule: string, answers: readonly string[]): Promise<void> {
  await page.goto(`${url}/rules`);
  await page.getByRole('row').filter({ hasText: rule }).first().getByRole('link').click();
  for (const [i, answer] of answers.entries()) {
    const ask = page.locator('.ask').nth(i);
    await ask.getByText(answer, { exact: true }).click();
    await ask.getByRole('textbox', { name: '理由' }).fill('主任办公会议定');
    await ask.getByRole('button', { name: '决定', exact: true }).click();
    await ask.getByText('本机样例用户').waitFor();
  }
}

/** Presses what an open entry of a ledger offers, and fills what it asks for. */
export async function actOnEntry(page: Page, action: string, filled: Filled = {}): Promise<void> {
  const drawer = page.locator('.ant-drawer');
  await drawer.getByRole('button', { name: action, exact: true }).click();
  await fillForm(page, filled, topForm(page));
}

/** A photo of a phone, small but whole, that says where it was taken. */
export const photo = {
  name: '现场.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe1, 0, 22, ...Buffer.from('Exif\0\0N45.26 E131.1')],
    ...[0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9],
  ]),
};
