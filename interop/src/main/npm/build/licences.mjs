// The licences of everything that is in the site, gathered from what was really bundled.
import fs from 'node:fs';
import path from 'node:path';

const ALWAYS = ['gdal3.js', '@fontsource/noto-sans', 'world-atlas', 'vega-datasets', 'epsg-index'];
const JAVA = [
  ['JTS Topology Suite 1.20.0', 'Eclipse Distribution License 1.0 (BSD-3-Clause)', 'Copyright (c) Eclipse Foundation, Vivid Solutions, Martin Davis and contributors. Calls of java.lang.Math in it are redirected to reproducible functions, and two of its classes replaced.'],
  ['Proj4J 1.4.1', 'Apache License 2.0', 'Copyright (c) the contributors of Proj4J. Calls of java.lang.Math in it are redirected to reproducible functions; otherwise unchanged.'],
  ['TeaVM 0.15.0', 'Apache License 2.0', 'Copyright (c) Alexey Andreev and contributors.'],
];

export function collectLicences(modules, metafiles, out) {
  const used = new Set(ALWAYS);
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const tail = input.split('node_modules/').at(-1);
      if (tail === input) continue;
      const parts = tail.split('/');
      used.add(parts[0].startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]);
    }
  }
  const sections = JAVA.map(([name, licence, text]) => `${name}\n${licence}\n\n${text}`);
  for (const name of [...used].sort()) {
    const folder = path.join(modules, name);
    if (!fs.existsSync(folder)) continue;
    const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json')));
    const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    sections.push(`${name} ${version}\n${license ?? ''}\n\n${file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : ''}`);
  }
  fs.writeFileSync(out, `Terrella contains work of others, under these licences.\n\n${sections.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
}
