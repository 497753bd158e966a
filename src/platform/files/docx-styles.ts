import type { Limits } from './limits.ts';
import { type Attributes, walkXml } from './xml.ts';

/** What a paragraph style says about the paragraph's part in the document. */
export interface ParagraphStyle {
  readonly name: string;
  readonly basedOn: string | null;
  /** 0–8 for headings, 9 for running text, null if the style is silent. */
  readonly outline: number | null;
  readonly numbering: { readonly num: string | null; readonly level: number | null };
  readonly isHidden: boolean;
}

export interface Styles {
  readonly outlineOf: (id: string | null) => number | null;
  readonly numberingOf: (id: string | null) => { num: string; level: number | null; style: string } | null;
  readonly isContents: (id: string | null) => boolean;
  readonly isHidden: (id: string | null) => boolean;
}

/** A switch such as w:vanish is on unless it says otherwise. */
export const isOn = ({ val }: Attributes): boolean => val === undefined || !/^(?:0|false|off|none)$/.test(val);

const contentsName = /^(?:toc|目录)\s*\d?(?:\s*标题|\s*heading)?$/i;
const headingName = /^(?:heading|标题)\s*([1-9])$/i;

function parseStyles(
  name: string,
  xml: string,
  limits: Limits,
): { byId: Map<string, ParagraphStyle>; initial: string | null } {
  const byId = new Map<string, ParagraphStyle>();
  let initial: string | null = null;
  let id: string | null = null;
  let style: { -readonly [Key in keyof ParagraphStyle]: ParagraphStyle[Key] } | null = null;
  walkXml(name, xml, limits, {
    open(tag, attributes) {
      if (tag === 'style' && (attributes.type ?? 'paragraph') === 'paragraph') {
        id = attributes.styleId ?? '';
        style = { name: '', basedOn: null, outline: null, numbering: { num: null, level: null }, isHidden: false };
        if (attributes.default !== undefined && isOn({ val: attributes.default })) initial = id;
        return;
      }
      if (style === null) return;
      const value = attributes.val ?? '';
      if (tag === 'name') style.name = value;
      else if (tag === 'basedOn') style.basedOn = value;
      else if (tag === 'outlineLvl') style.outline = Number(value);
      else if (tag === 'numId') style.numbering = { ...style.numbering, num: value };
      else if (tag === 'ilvl') style.numbering = { ...style.numbering, level: Number(value) };
      else if (tag === 'vanish') style.isHidden = isOn(attributes);
    },
    close(tag) {
      if (tag !== 'style' || style === null || id === null) return;
      byId.set(id, style);
      style = null;
    },
  });
  return { byId, initial };
}

/** Reads styles.xml; questions go up the chain of styles that each style is based on. */
export function stylesOf(name: string, xml: string | null, limits: Limits): Styles {
  const { byId, initial } =
    xml === null ? { byId: new Map<string, ParagraphStyle>(), initial: null } : parseStyles(name, xml, limits);
  const chainOf = (id: string | null): [string, ParagraphStyle][] => {
    const chain: [string, ParagraphStyle][] = [];
    const seen = new Set<string>();
    for (let at = id ?? initial; at !== null && !seen.has(at); at = byId.get(at)?.basedOn ?? null) {
      seen.add(at);
      const style = byId.get(at);
      if (style !== undefined) chain.push([at, style]);
    }
    return chain;
  };
  return {
    outlineOf(id) {
      for (const [, style] of chainOf(id)) {
        if (style.outline !== null) return style.outline;
        const named = headingName.exec(style.name)?.[1];
        if (named !== undefined) return Number(named) - 1;
      }
      return null;
    },
    numberingOf(id) {
      for (const [style, { numbering }] of chainOf(id))
        if (numbering.num !== null) return { num: numbering.num, level: numbering.level, style };
      return null;
    },
    isContents: (id) => contentsName.test((id === null ? undefined : byId.get(id)?.name) ?? ''),
    isHidden: (id) => chainOf(id).some(([, { isHidden }]) => isHidden),
  };
}
