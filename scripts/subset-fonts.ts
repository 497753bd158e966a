/**
 * Makes the fonts in src/platform/publication/fonts from the full ones, once, when the selection of characters
 * changes. The full fonts (200 MB) stay outside the repository:
 *
 *   mkdir /tmp/fonts && cd /tmp/fonts && npm init -y
 *   npm i @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 subset-font@2.9.0
 *   node scripts/subset-fonts.ts /tmp/fonts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const from = process.argv[2];
if (from === undefined) throw new Error('usage: node scripts/subset-fonts.ts FOLDER_WITH_THE_FULL_FONTS');

const faces = [
  ['noto-serif-sc/400Regular', 'NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc/700Bold', 'NotoSerifSC_700Bold.ttf'],
  ['noto-sans-sc/700Bold', 'NotoSansSC_700Bold.ttf'],
] as const;

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

/** Rows of GB/T 2312: its symbols and its 6 763 characters. */
function gb2312(): string {
  const decoder = new TextDecoder('gb18030');
  let characters = '';
  for (let row = 0xa1; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (!/[\p{Co}\p{Cn}\ufffd]/u.test(character)) characters += character;
    }
  return characters;
}

/** Characters of names and places that came after 1980, from 通用规范汉字表 (2013), tables 2 and 3. */
const names =
  '镕堃喆淼犇垚昇珺玥琪瑄瑀翀祎禛羿翊骉骐骥晞晟曌昫旸暘炘烜煊煜燚鑫钰铖铭锴镓镔镧锂锆钽铌锗镁锰潆滢濛洺沄沣浐漷嫘媛婳婧嫒媞嬅彧彤怡恺惇惟慜懿瑢璟璠璇瑾瑜瑷瓒祺稞穑筠筱箴綦纮绂绹绻绾缦罡翮翯翾芃芮芷芸茜莙莛菡菁萱葳蓁蔺薇藜蘅蕤虓赟轫辏迓迤逄逯郅郗郯鄞鄢酆钊钏钒钜铄铠锜镒闳阆陟陬隗雒霏霈韫韬韪颀颙飏馥骁骢鲲鸾麒麟黟黛龑亍埗坨垡堌堽塬墚屺岍岘峁崃崮嵛嵋嶂嶷巂帡庑庹廒弢弶忞忻戽';

const symbols =
  range(0x20, 0x7e) +
  range(0xa0, 0xff) +
  range(0x2010, 0x2027) +
  range(0x2030, 0x203b) +
  range(0x2070, 0x209c) +
  range(0x2100, 0x214f) +
  range(0x2150, 0x218b) +
  range(0x2190, 0x2199) +
  range(0x2200, 0x22ff) +
  range(0x2460, 0x24ff) +
  range(0x2500, 0x257f) +
  range(0x25a0, 0x25ff) +
  range(0x2605, 0x2606) +
  range(0x2713, 0x2717) +
  range(0x3000, 0x303f) +
  range(0x3220, 0x3243) +
  range(0x3280, 0x32b0) +
  range(0x3300, 0x33ff) +
  range(0xff00, 0xffef);

type SubsetFont = (font: Buffer, text: string, options: { targetFormat: 'truetype' }) => Promise<Buffer>;
const subsetFont = createRequire(join(resolve(from), 'package.json'))('subset-font') as SubsetFont;
const text = [...new Set(gb2312() + names + symbols)].join('');
const target = resolve(import.meta.dirname, '../src/platform/publication/fonts');
for (const [folder, name] of faces) {
  const full = readFileSync(join(from, 'node_modules/@expo-google-fonts', folder, name));
  const subset = await subsetFont(full, text, { targetFormat: 'truetype' });
  writeFileSync(join(target, name.replace(/_\d+/, '-')), subset);
  console.log(`${name}: ${full.length} → ${subset.length} bytes, ${[...text].length} characters asked`);
}
