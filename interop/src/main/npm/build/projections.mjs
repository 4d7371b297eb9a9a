// The EPSG list for the page: code, name, PROJ string and extent of each system that proj4 can compute.
import fs from 'node:fs';
import path from 'node:path';

export function projections(modules) {
  const all = JSON.parse(fs.readFileSync(path.join(modules, 'epsg-index/all.json')));
  const list = Object.values(all)
    .filter((entry) => entry.proj4 && /^CRS-(PROJCRS|GEOGCRS|GCRS)/.test(entry.kind))
    .map(({ code, name, proj4, bbox }) => [Number(code), name, proj4, bbox]);
  return Buffer.from(JSON.stringify(list));
}
