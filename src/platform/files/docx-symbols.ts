import type { Attributes } from './xml.ts';

/** Ticks, boxes and bullets of Wingdings and its sisters, the marks that forms of offices use. */
const dingbats: Readonly<Record<string, string>> = {
  F0FE: '☑',
  F052: '☑',
  F0A8: '□',
  F0A3: '□',
  F06F: '□',
  F071: '□',
  F0FC: '√',
  F050: '√',
  F0FB: '×',
  F04F: '×',
  F06C: '●',
  F0E0: '→',
};

/** Signs of the Symbol font that stand beside figures. */
const signs: Readonly<Record<string, string>> = {
  F0B7: '·',
  F0B3: '≥',
  F0A3: '≤',
  F0B1: '±',
  F0B4: '×',
  F0B0: '°',
  F0BB: '≈',
  F06D: 'μ',
  F0AE: '→',
};

/** The character that a symbol font draws; '' for one that says nothing. */
export const symbolOf = ({ char = '', font = '' }: Attributes): string =>
  (/^symbol$/i.test(font) ? signs : dingbats)[char.toUpperCase().padStart(4, 'F0')] ?? '';
