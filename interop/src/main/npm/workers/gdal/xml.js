// XML as a tree of elements {name, attributes, children, text}; names come without their prefixes. For formats that GDAL reads
// in part only. Entities that the file itself declares were refused before.
import { GdalError } from './error.js';

const DEEPEST = 200;
const TOKEN = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!DOCTYPE[^[>]*(?:\[[^\]]*\])?[^>]*>|<\/\s*([^\s>]+)\s*>|<([^\s/>!?<]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+|</g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

const local = (name) => name.slice(name.indexOf(':') + 1);
const unescape = (text) =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });

/** The root element. */
export function parseXml(name, bytes) {
  const text = decode(bytes);
  const wrong = (what, at) => new GdalError('malformed-input', `${name}: the XML is not well-formed (${what}, line ${text.slice(0, at).split('\n').length}).`);
  const top = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  for (const token of text.matchAll(TOKEN)) {
    const [whole, cdata, closing, opening, attributes, empty] = token;
    const inner = open[open.length - 1];
    if (cdata !== undefined) {
      inner.text += cdata;
    } else if (closing !== undefined) {
      if (open.length === 1 || inner.name !== local(closing)) throw wrong(`</${closing}> closes nothing`, token.index);
      open.pop();
    } else if (opening !== undefined) {
      const element = { name: local(opening), attributes: {}, children: [], text: '' };
      for (const [, key, double, single] of attributes.matchAll(ATTRIBUTE)) element.attributes[local(key)] = unescape(double ?? single);
      inner.children.push(element);
      if (!empty) open.push(element);
      if (open.length > DEEPEST) throw wrong(`elements nest deeper than ${DEEPEST}`, token.index);
    } else if (whole === '<') {
      throw wrong('a tag is cut off', token.index);
    } else if (!whole.startsWith('<')) {
      inner.text += unescape(whole);
    }
  }
  if (open.length > 1) throw wrong(`<${open[open.length - 1].name}> is never closed`, text.length);
  if (top.children.length !== 1) throw wrong('there must be one root element', text.length);
  return top.children[0];
}

function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const declared = /encoding\s*=\s*["']([\w.-]+)/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(/^utf-16/i.test(declared) ? 'utf-8' : declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
