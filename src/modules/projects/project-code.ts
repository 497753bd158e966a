import * as z from 'zod';

/**
 * 投资项目统一代码 (《关于使用全国投资项目在线审批监管平台审批事项的通知》): 24 characters, of which four are hyphens:
 * year (or year and month), region, kind of place or industry, way of approval, serial number.
 */
export const projectCodeForm = /^(\d{4})-(\d{6})-(\d{2})-(\d{2})-(\d{6})$/;

/** Only the form is checked: the code carries no check digit. */
export const ProjectCode = z
  .string()
  .trim()
  .transform((code) => code.replaceAll(/[–—－]/g, '-'))
  .refine((code) => projectCodeForm.test(code), {
    error: '项目代码为 24 位，形如 2026-230100-04-01-123456 (24 characters such as 2026-230100-04-01-123456)',
  })
  .refine((code) => isYear(code.slice(0, 4)), {
    error: '项目代码前四位须是年份，或两位年份加月份 (the first four digits are a year, or a year and a month)',
  });

/** 2026, or 2611 for November 2026. */
function isYear(head: string): boolean {
  const month = Number(head.slice(2));
  return /^20[1-9]\d$/.test(head) || (/^[1-9]\d/.test(head) && month >= 1 && month <= 12);
}
