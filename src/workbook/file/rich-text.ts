// Owns text as a workbook stores it: rich-text runs, phonetic guides, `_xHHHH_` escapes. Must not know cells or sheets.
import { characterData, encodeText, XmlError } from './xml';

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

function closeOfText(xml: string, from: number): number {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at)) {
    if (xml[at + 1] === '/') return at;
    const close = xml.startsWith('<![CDATA[', at) ? ']]>' : xml.startsWith('<!--', at) ? '-->' : '>';
    const end = xml.indexOf(close, at);
    if (end < 0) break;
    at = end + close.length;
  }
  throw new XmlError('unclosed text');
}

/** The visible text inside `<si>` or `<is>`: its runs joined, phonetic guides left out. */
export function richText(xml: string): string {
  let shown = '';
  let phonetic = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const end = xml.startsWith('<!--', at) ? xml.indexOf('-->', at) + 2 : xml.indexOf('>', at);
    if (end < at) break;
    const tag = /^<(\/?)(?:[^\s:/>]+:)?([^\s:/>]*)/.exec(xml.slice(at, Math.min(end, at + 64)));
    const isClosing = tag?.[1] === '/';
    const isEmpty = xml[end - 1] === '/';
    at = end + 1;
    if (tag?.[2] === 'rPh' && !isEmpty) phonetic += isClosing ? -1 : 1;
    if (tag?.[2] !== 't' || isClosing || isEmpty) continue;
    const close = closeOfText(xml, at);
    if (phonetic === 0) shown += characterData(xml.slice(at, close));
    at = close;
  }
  return decodeEscapes(shown);
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function isUnwritable(code: number): boolean {
  const isControl = code < 32 && code !== 9 && code !== 10;
  return isControl || code === 0xfffe || code === 0xffff || (code >= 0xd800 && code <= 0xdfff);
}

function encodeEscapes(text: string): string {
  const literal = text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
  let written = '';
  for (const sign of literal) {
    const code = sign.codePointAt(0) ?? 0;
    written += isUnwritable(code) ? `_x${code.toString(16).toUpperCase().padStart(4, '0')}_` : sign;
  }
  return written;
}

/** Text as the content of `<t>`, with the element: white space at its ends is kept. */
export function textElement(text: string, prefix: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${encodeText(encodeEscapes(text))}</${prefix}t>`;
}
