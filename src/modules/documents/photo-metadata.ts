import type { EvidenceKind } from './evidence-kinds.ts';

/** Pictures that can be freed of what the camera wrote beside them; of a HEIC nothing can be cut out without redrawing it. */
type Photo = Extract<EvidenceKind, 'jpg' | 'png' | 'webp'>;

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const wordAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Which way up: tag 0x0112 of the first directory of an Exif block; 1 where it does not say. */
function orientationOf(exif: Uint8Array): number {
  const tiff = exif.subarray(6);
  if (tiff.length < 14) return 1;
  const isLittle = wordAt(tiff, 0, 2) === 'II';
  const view = viewOf(tiff);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, isLittle);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle);
  }
  return 1;
}

/** An Exif block that says nothing but which way up. */
const uprightness = (orientation: number): Uint8Array =>
  Uint8Array.from(
    [
      [0xff, 0xe1, 0, 34],
      [0x45, 0x78, 0x69, 0x66, 0, 0],
      [0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
      [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
      [0, 0, 0, 0],
    ].flat(),
  );

/** Blocks that belong to the picture itself: JFIF, the colour profile, Adobe's colour transform. */
const isOfPicture = (marker: number, block: Uint8Array): boolean =>
  marker < 0xe0 ||
  (marker > 0xef && marker !== 0xfe) ||
  marker === 0xe0 ||
  marker === 0xee ||
  (marker === 0xe2 && wordAt(block, 4, 11) === 'ICC_PROFILE');

/** The end of the coded lines that follow a scan's header: the next marker that is no part of them. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function plainJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    // The length counts its own two bytes: one that says less is no block.
    const length = viewOf(bytes).getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) break;
    const block = bytes.subarray(at, end);
    const orientation = marker === 0xe1 && wordAt(block, 4, 4) === 'Exif' ? orientationOf(block.subarray(4)) : 1;
    if (orientation > 1 && orientation <= 8) kept.push(uprightness(orientation));
    if (isOfPicture(marker, block)) kept.push(block);
    const next = marker === 0xda ? endOfScan(bytes, end) : end;
    if (marker === 0xda) kept.push(bytes.subarray(end, next));
    at = next;
  }
  // What some phones append behind the picture (a film, a second picture) has a place of its own.
  return joined([...kept, Uint8Array.of(0xff, 0xd9)]);
}

const ofCamera: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function plainPng(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const kind = wordAt(bytes, at + 4, 4);
    const end = at + 12 + viewOf(bytes).getUint32(at);
    if (!ofCamera.has(kind)) kept.push(bytes.subarray(at, end));
    if (kind === 'IEND') break;
    at = end;
  }
  return joined(kept);
}

function plainWebp(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const kind = wordAt(bytes, at, 4);
    const length = viewOf(bytes).getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    const chunk = bytes.slice(at, end);
    // The head says whether an Exif (8) or XMP (4) block follows.
    if (kind === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c;
    if (kind !== 'EXIF' && kind !== 'XMP ') kept.push(chunk);
    at = end;
  }
  const body = joined(kept);
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, body.length + 4, true);
  return joined([head, body]);
}

const plain: Readonly<Record<Photo, (bytes: Uint8Array) => Uint8Array>> = {
  jpg: plainJpeg,
  png: plainPng,
  webp: plainWebp,
};

export const canBePlain = (kind: EvidenceKind): kind is Photo => kind in plain;

/**
 * A photo without what the camera wrote beside it: where it was taken, when, with what. Pixels, colours and which way up
 * stay, byte for byte. Bytes of a picture that breaks off are left out from there on.
 *
 * Sources: JPEG ITU-T T.81 B.1, Exif 2.32 §4.6, PNG (W3C) §11, WebP container (RFC 9649) §2.
 */
export const withoutMetadata = (kind: Photo, bytes: Uint8Array): Uint8Array => plain[kind](bytes);
