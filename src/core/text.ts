/** What a person reads, in both languages. Chinese is the language of the product, English its second. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Label;

export type Data = Readonly<Record<string, string | number>>;

/** Puts data into `{name}` places; a place without data stays visible, so that a mistake is seen. */
export const fill = (template: string, data: Data): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => String(data[name] ?? place));

export const fillLabel = ({ zh, en }: Label, data: Data): Label => ({ zh: fill(zh, data), en: fill(en, data) });
