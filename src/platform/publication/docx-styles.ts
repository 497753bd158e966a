import { fonts, sizes } from '../../core/publication/layout.ts';

export type FontKey = keyof typeof fonts;

const latin = 'Times New Roman';

/** The real fonts by name: the machines that open the file have them. Figures are set in Times, as offices do. */
export const fontOf = (key: FontKey) => ({ ascii: latin, hAnsi: latin, eastAsia: fonts[key].named[0], cs: latin });

/** A paragraph that is not laid on the grid of 22 lines: the mark, titles, tables. */
export const tight = 'Tight';

/**
 * No space is added between Chinese and figures (autoSpaceDE, autoSpaceDN): 28 characters are to fill a line.
 * Written as XML because the library says neither this nor snapToGrid of a paragraph.
 */
export const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults>
<w:rPrDefault><w:rPr><w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}" w:eastAsia="${fonts.body.named[0]}"/><w:sz w:val="${sizes.body * 2}"/><w:szCs w:val="${sizes.body * 2}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="${tight}"><w:name w:val="${tight}"/><w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:style>
</w:styles>`;
