// The letters of figures: Noto Sans, of which each script is a file of its own that is fetched when a text has letters of it.
import { Font } from './font.js';
import { SCRIPTS, WEIGHTS } from './scripts.js';

const loaded = new Map();

function load(name) {
  if (!loaded.has(name)) {
    loaded.set(name, fetched(name).catch((reason) => {
      loaded.delete(name);
      throw reason;
    }));
  }
  return loaded.get(name);
}

async function fetched(name) {
  const reply = await window.terrellaSite.fetch(`fonts/${name}.woff`);
  if (!reply.ok) throw new Error(`The letters of figures cannot be fetched (${name}, ${reply.status}).`);
  const woff = new Uint8Array(await reply.arrayBuffer());
  // Canvases take the whole file.
  document.fonts.add(await new FontFace(familyOf(name), woff).load());
  return new Font(name, woff);
}

export const familyOf = (name) => `terrella-figure-${name}`;

/** The fonts that texts of both weights need. */
export async function typefaceOf(texts) {
  const codes = new Set(texts.flatMap((text) => [...text].map((letter) => letter.codePointAt(0))));
  const fonts = { 400: [], 600: [] };
  for (const script of SCRIPTS) {
    const missing = [...codes].some((code) => code > 127 && !fonts[400].some((font) => font.has(code)));
    if (script !== 'latin' && !missing) break;
    for (const weight of WEIGHTS) fonts[weight].push(await load(`${script}-${weight}`));
  }
  for (const weight of WEIGHTS) fonts[weight] = fonts[weight].filter((font, i) => i === 0 || [...codes].some((code) => font.has(code) && !fonts[weight].slice(0, i).some((other) => other.has(code))));
  return new Typeface(fonts);
}

class Typeface {
  constructor(fonts) {
    this.fonts = fonts;
  }

  /** A text as runs of one font each, {font, text, glyphs, width}; width: in sizes. */
  runs(text, weight = 400) {
    const runs = [];
    for (const letter of text) {
      const code = letter.codePointAt(0);
      const font = this.fonts[weight].find((each) => each.has(code)) ?? this.fonts[weight][0];
      if (runs.at(-1)?.font !== font) runs.push({ font, text: '', glyphs: [], width: 0 });
      const run = runs.at(-1), glyph = font.glyph(code);
      run.text += letter;
      run.glyphs.push(glyph);
      run.width += font.advance(glyph) / 1000;
    }
    return runs;
  }

  width(text, size, weight = 400) {
    return this.runs(text, weight).reduce((sum, run) => sum + run.width, 0) * size;
  }

  /** A text cut into lines that are no wider than that. */
  lines(text, size, width, weight = 400) {
    const lines = [''];
    for (const word of text.split(/\s+/u).filter(Boolean)) {
      const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
      if (lines.at(-1) && this.width(longer, size, weight) > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines.map((line) => this.shortened(line, size, width, weight));
  }

  shortened(line, size, width, weight) {
    if (this.width(line, size, weight) <= width) return line;
    const letters = [...line];
    while (letters.length > 1 && this.width(`${letters.join('')}\u2026`, size, weight) > width) letters.pop();
    return `${letters.join('').trimEnd()}\u2026`;
  }

  /** Letters that no font has. */
  missing(text) {
    return [...new Set(text)].filter((letter) => letter.codePointAt(0) > 31 && !this.fonts[400].some((font) => font.has(letter.codePointAt(0))));
  }
}
