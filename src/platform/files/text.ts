import { analyse } from 'chardet';
import type { ReadDocument } from '../../core/document.ts';
import { Problem } from '../../core/problem.ts';
import { damaged } from './limits.ts';
import type { LayOutText } from './placed.ts';

const strictly = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** A cut-off last character does not make a file another encoding: up to three bytes may be missing. */
function asUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut <= Math.min(3, bytes.length); cut += 1) {
    const text = strictly('utf-8', cut === 0 ? bytes : bytes.subarray(0, bytes.length - cut));
    if (text !== null) return text;
  }
  return null;
}

/** Chinese in UTF-16 without a mark: half of its bytes repeat few high bytes, and line ends are 0A 00 or 00 0A. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || bytes.length % 2 === 1) return null;
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : null;
}

const chinese = /[\u3400-\u9fff]/g;
const strange = /(?![\t\n\r\f\v])[\p{Cc}\p{Co}\ufffd]/gu;
const share = (text: string, pattern: RegExp): number => {
  const sample = text.slice(0, 100_000);
  return (sample.match(pattern)?.length ?? 0) / Math.max(1, sample.length);
};

function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes);
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return strictly(wide, bytes);
  const utf8 = asUtf8(bytes);
  if (utf8 !== null) return utf8;
  const guesses = analyse(bytes.subarray(0, 64 * 1024)).filter(({ confidence }) => confidence >= 30);
  const named = guesses.find(({ name }) => /^(?:GB18030|Big5)$/.test(name))?.name;
  // Most Chinese files that are not UTF-8 are GB18030; a stray byte from a bad editor must not lose the file.
  for (const encoding of named === 'Big5' && guesses[0]?.name === 'Big5' ? ['big5', 'gb18030'] : ['gb18030', 'big5']) {
    const text = strictly(encoding, bytes);
    if (text !== null) return text;
  }
  const forgiving = new TextDecoder('gb18030').decode(bytes);
  return share(forgiving, chinese) > 0.3 && share(forgiving, strange) < 0.01 ? forgiving : null;
}

/** Line ends become LF; form feeds end a page and with it a line; U+FEFF inside a file joined from several goes. */
const normalise = (text: string): string => text.replace(/\r\n?|\f|\u2028|\u2029|\u0085/g, '\n').replace(/\ufeff/g, '');

/** The text of a plain file in the encodings of Chinese offices, or a refusal when it is not text. */
export function decodeText(name: string, bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text === null || share(text, strange) > 0.02 || text.includes('\0'))
    throw damaged(name, '不是文本或编码无法识别 / not text, or an unknown encoding');
  const plain = normalise(text);
  if (plain.trim() === '') throw new Problem('file-empty', { name });
  return plain;
}

export const readPlainText = (name: string, bytes: Uint8Array, layOutText: LayOutText): ReadDocument =>
  layOutText(name, decodeText(name, bytes));
