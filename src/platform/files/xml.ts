import { SaxesParser } from 'saxes';
import { Problem } from '../../core/problem.ts';
import { damaged, type Limits } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Elements by local name: prefixes differ between office programs. Positions count in the XML source. */
export interface XmlHandler {
  open?(tag: string, attributes: Attributes, start: number, end: number): void;
  text?(text: string): void;
  close?(tag: string, start: number, end: number): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function localAttributes(attributes: Readonly<Record<string, string>>): Attributes {
  const local: Record<string, string> = {};
  for (const key in attributes) local[localName(key)] = attributes[key] as string;
  return local;
}

/** Walks XML without building a tree. Entities beyond the five of XML are refused, so nothing can expand. */
export function walkXml(name: string, source: string, limits: Limits, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const pending = { depth: 0 };
  parser.on('error', (error) => {
    throw damaged(name, error.message);
  });
  parser.on('doctype', () => {
    throw damaged(name, 'DOCTYPE is not allowed in office files');
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    pending.depth += 1;
    if (pending.depth > limits.depth) throw damaged(name, `more than ${limits.depth} nested elements`);
    const end = parser.position;
    handler.open?.(
      localName(tag),
      localAttributes(attributes as Record<string, string>),
      source.lastIndexOf('<', end - 1),
      end,
    );
  });
  parser.on('closetag', ({ name: tag, isSelfClosing }) => {
    pending.depth -= 1;
    const end = parser.position;
    handler.close?.(localName(tag), isSelfClosing ? end : source.lastIndexOf('<', end - 1), end);
  });
  if (handler.text !== undefined) parser.on('text', (text) => handler.text?.(text));
  if (handler.text !== undefined) parser.on('cdata', (text) => handler.text?.(text));
  try {
    parser.write(source).close();
  } catch (error) {
    throw error instanceof Problem ? error : damaged(name, error instanceof Error ? error.message : String(error));
  }
}

export const escapeXml = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] as string,
  );
