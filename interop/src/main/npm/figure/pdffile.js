// The objects that a PDF consists of.
import { joined } from './font.js';

export class PdfFile {
  constructor() {
    /** From a number, less one, to the parts of an object; promises, as packing takes a while. */
    this.objects = [];
  }

  reserve() {
    this.objects.push(null);
    return this.objects.length;
  }

  define(number, ...parts) {
    this.objects[number - 1] = parts;
  }

  add(...parts) {
    const number = this.reserve();
    this.define(number, ...parts);
    return number;
  }

  /** An object of bytes, or of lines of text. */
  stream(content, entries = {}) {
    const bytes = Array.isArray(content) ? new Blob(content.map((line) => `${line}\n`)) : new Blob([content]);
    const named = Object.entries(entries).map(([name, value]) => `/${name} ${value}`).join(' ');
    const number = this.reserve();
    this.objects[number - 1] = packed(bytes).then((data) => [`<< ${named} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`, data, '\nendstream']);
    return number;
  }

  /** A picture without loss; its transparency is a picture of its own. */
  async image(canvas) {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const colors = new Uint8Array(width * height * 3), alpha = new Uint8Array(width * height);
    let opaque = true;
    for (let i = 0; i < alpha.length; i++) {
      colors[3 * i] = data[4 * i];
      colors[3 * i + 1] = data[4 * i + 1];
      colors[3 * i + 2] = data[4 * i + 2];
      alpha[i] = data[4 * i + 3];
      opaque &&= alpha[i] === 255;
    }
    const entries = (space) => ({ Type: '/XObject', Subtype: '/Image', Width: width, Height: height, ColorSpace: `/${space}`, BitsPerComponent: 8 });
    const mask = opaque ? {} : { SMask: `${this.stream(alpha, entries('DeviceGray'))} 0 R` };
    return this.stream(colors, { ...entries('DeviceRGB'), ...mask });
  }

  /** A font of which these glyphs are used, with the letters that they stand for. */
  font(font, letters, index) {
    const scale = 1000 / font.unitsPerEm;
    const glyphs = [...letters.keys()].sort((one, other) => one - other);
    // Six letters before the name tell parts of a font apart.
    const name = `/AAAAA${String.fromCharCode(65 + index)}+NotoSans-${font.name}`;
    const outlines = font.subset([...letters.values()].map((letter) => letter.codePointAt(0)));
    const file = this.stream(outlines, { Length1: outlines.length });
    const size = (value) => Math.round(value * scale);
    const descriptor = this.add(`<< /Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [${font.box.map(size).join(' ')}] /ItalicAngle 0 /Ascent ${size(font.ascent)} /Descent ${size(font.descent)} /CapHeight 714 /StemV 80 /FontFile2 ${file} 0 R >>`);
    const widths = glyphs.map((glyph) => `${glyph} [${Math.round(font.advance(glyph) * 1000) / 1000}]`).join(' ');
    const descendant = this.add(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /CIDToGIDMap /Identity /W [${widths}] >>`);
    const unicode = this.stream(meanings(glyphs, letters));
    return this.add(`<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`);
  }

  async finish({ contents, resources, box, title }) {
    const pages = this.reserve();
    const page = this.add(`<< /Type /Page /Parent ${pages} 0 R /MediaBox ${box} /Resources ${resources} 0 R /Contents ${contents} 0 R /Group << /S /Transparency /CS /DeviceRGB >> >>`);
    this.define(pages, `<< /Type /Pages /Kids [${page} 0 R] /Count 1 >>`);
    const catalog = this.add(`<< /Type /Catalog /Pages ${pages} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>`);
    const info = this.add(`<< /Title <feff${utf16(title)}> /Producer (Terrella) >>`);
    const pieces = [latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')];
    let at = pieces[0].length;
    const places = [];
    for (let i = 0; i < this.objects.length; i++) {
      places.push(at);
      for (const part of [`${i + 1} 0 obj\n`, ...(await this.objects[i]), '\nendobj\n']) {
        const bytes = typeof part === 'string' ? latin(part) : part;
        pieces.push(bytes);
        at += bytes.length;
      }
    }
    const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    pieces.push(latin(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${places.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${at}\n%%EOF\n`));
    return new Blob([joined(pieces)], { type: 'application/pdf' });
  }
}

/** A map from glyphs to Unicode, by which readers copy and find text (Adobe Technical Note 5411). */
function meanings(glyphs, letters) {
  const lines = ['/CIDInit /ProcSet findresource begin', '12 dict begin', 'begincmap', '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def', '/CMapName /Adobe-Identity-UCS def', '/CMapType 2 def', '1 begincodespacerange', '<0000> <ffff>', 'endcodespacerange'];
  for (let from = 0; from < glyphs.length; from += 100) {
    const some = glyphs.slice(from, from + 100);
    lines.push(`${some.length} beginbfchar`, ...some.map((glyph) => `<${glyph.toString(16).padStart(4, '0')}> <${utf16(letters.get(glyph))}>`), 'endbfchar');
  }
  return [...lines, 'endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end'];
}

const utf16 = (text) => Array.from(text, (letter) => letter.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0')).join('')).join('');
const latin = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Packed by the browser, off the page's thread. */
const packed = async (blob) => new Uint8Array(await new Response(blob.stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer());
