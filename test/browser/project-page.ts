/** The page of a project as its tests drive it. */
import type { Locator, Page } from 'playwright-core';

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

interface Filled {
  readonly text?: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
}

/** Fills the form that is open, confirms, and waits until it has gone. */
export async function fillForm(page: Page, { text = {}, choices = {}, files = [] }: Filled): Promise<void> {
  const dialog = page.getByRole('dialog');
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
