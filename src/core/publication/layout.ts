/** The page of GB/T 9704-2012 in numbers, for the writers and for whoever measures what they wrote. */

export const pointsPerMillimetre = 72 / 25.4;

/** Clause 5: A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, 22 lines of 28 characters that fill it. */
export const page = {
  width: 210,
  height: 297,
  margin: { top: 37, bottom: 35, left: 28, right: 26 },
  lines: 22,
  characters: 28,
} as const;

/** Sizes of type by their Chinese names, in points. */
export const sizes = { title: 22, body: 16, small: 14, table: 12 } as const;

export const typeWidth = (page.width - page.margin.left - page.margin.right) * pointsPerMillimetre;
export const typeHeight = (page.height - page.margin.top - page.margin.bottom) * pointsPerMillimetre;

/** 三号 is 16 pt, and 28 of them are 2 mm wider than the type area: each gives up a little. */
export const characterPitch = typeWidth / page.characters;

/** From line to line so that the first touches the top of the type area and the last its bottom: 29.6 pt. */
export const linePitch = (typeHeight - sizes.body) / (page.lines - 1);

/** 发文机关标志: its top 35 mm below that of the type area; 7.2.4. */
export const markDrop = 35;
/** The red rule lies 4 mm below 发文字号; 7.2.7. */
export const ruleDrop = 4;
/** Page numbers lie 7 mm below the type area; 7.5. */
export const numberDrop = 7;

const largestMark = 48;
const smallestMark = 26;

/** 发文机关标志 is as large as one line of it may be (“以醒目、美观、庄重为原则”), in points. */
export const markSize = (issuer: string): number =>
  Math.max(smallestMark, Math.min(largestMark, Math.floor(typeWidth / Math.max(1, [...issuer].length))));

/** The fonts that the standard and practice name; what stands in for them where they are not installed. */
export const fonts = {
  body: { named: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong'], shipped: 'Noto Serif SC' },
  title: { named: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK'], shipped: 'Noto Serif SC' },
  heading: { named: ['黑体', 'SimHei', 'STHeiti'], shipped: 'Noto Sans SC' },
  second: { named: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', 'STKaiti'], shipped: 'Noto Serif SC' },
  number: { named: ['宋体', 'SimSun', 'STSong'], shipped: 'Noto Serif SC' },
} as const;
