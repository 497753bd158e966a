import { Buffer } from 'node:buffer';
import { defaultLimits } from './limits.ts';
import { openPackage } from './zip.ts';

const streamNames = ['WordDocument', 'Workbook', 'Book', 'PowerPoint Document'];

function streamsOf(bytes: Buffer): string[] {
  return streamNames.filter((name) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le')));
}

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  const decode = (encoding: string): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const text = decode('utf-8') ?? decode('gb18030');
  // Mark-up and scripts run where they are opened; evidence is read.
  return text !== null && !/^\s*(?:<[!?a-z]|#!)/i.test(text) && !/<script\b/i.test(text);
}

/** Opens a file far enough to tell what it is. Packages that swell, are encrypted or broken are refused here. */
export async function lookInside(name: string, bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = buffer.subarray(0, 1024).toString('latin1');
  const isZip = begins.startsWith('PK\x03\x04') || begins.startsWith('PK\x05\x06');
  const isOle = begins.startsWith('\xd0\xcf\x11\xe0');
  return {
    begins,
    parts: isZip ? (await openPackage(name, bytes, defaultLimits)).paths : null,
    streams: isOle ? streamsOf(buffer) : [],
    isText: !isZip && !isOle && !begins.startsWith('%PDF-') && isPlainText(bytes),
  };
}
