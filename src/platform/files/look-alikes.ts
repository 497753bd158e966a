/**
 * PDF writers that go from glyphs back to characters give radicals (⻘ ⼀) where ideographs were printed.
 * The ideographs for U+2E80–2EF3, from EquivalentUnifiedIdeograph.txt of the Unicode Character Database;
 * 〓 where there is none.
 */
const supplement =
  '〓厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄㣺扌攵〓旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁罓网羊羊羊耂肀聿肉臼艹艹艹虎' +
  '衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

/**
 * Only look-alikes are replaced: ㎡, ①, full-width digits and punctuation are what the document prints. By the
 * standard ⼾ is 戶, but simplified texts mean 户; ⸺ is how fonts draw two dashes.
 */
export const withoutLookAlikes = (text: string): string =>
  text
    .replaceAll('⼾', '户')
    .replaceAll('⸺', '——')
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g, (character) => {
      const ideograph = supplement[character.charCodeAt(0) - 0x2e80];
      return ideograph === undefined || ideograph === '〓' ? character.normalize('NFKC') : ideograph;
    });
