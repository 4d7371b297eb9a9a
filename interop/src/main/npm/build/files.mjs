// Names, sizes and sums of what the site consists of.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** Hosts of static sites refuse more. */
const MOST_BYTES = 25_000_000;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A mark of the content, like those that esbuild gives. */
export const mark = (bytes) => [...crypto.createHash('sha256').update(bytes).digest().subarray(0, 8)].map((byte) => LETTERS[byte & 31]).join('');

/** `engine.wasm` → `engine-MARK.wasm`; what follows the first dot stays together. */
export const marked = (name, bytes) => name.replace('.', `-${mark(bytes)}.`);

/** One mark for all files of a folder. */
export function markOfFolder(folder) {
  const sum = crypto.createHash('sha256');
  for (const name of filesOf(folder)) sum.update(`${name}\n`).update(fs.readFileSync(path.join(folder, name)));
  return mark(sum.digest());
}

/** The files below a folder, as paths with slashes, in order. */
export const filesOf = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .sort();

/**
 * Writes files.json: {version, files: [{name, file, part, bytes, gzip, sha256}]}. The version is the sum of index.html, which names
 * a script that knows the marks of all others.
 * @param {Map<string, string>} names what code calls a file, by its path
 * @param {function(string): string} partOf what a path is needed for
 * @param {string} cache a file that keeps sizes from build to build, since compressing takes seconds
 */
export function writeFileList(out, names, partOf, cache) {
  const known = fs.existsSync(cache) ? JSON.parse(fs.readFileSync(cache)) : {};
  const sizes = {};
  const files = filesOf(out).map((file) => {
    const content = fs.readFileSync(path.join(out, file));
    if (content.length > MOST_BYTES) throw new Error(`${file} has ${content.length} bytes; hosts take at most ${MOST_BYTES}.`);
    const sha256 = crypto.createHash('sha256').update(content).digest('hex');
    sizes[sha256] = known[sha256] ?? zlib.gzipSync(content).length;
    return { name: names.get(file) ?? file, file, part: partOf(file), bytes: content.length, gzip: sizes[sha256], sha256 };
  });
  fs.mkdirSync(path.dirname(cache), { recursive: true });
  fs.writeFileSync(cache, JSON.stringify(sizes));
  const version = files.find(({ file }) => file === 'index.html').sha256.slice(0, 12);
  fs.writeFileSync(path.join(out, 'files.json'), `{"version":"${version}","files":[\n${files.map((file) => JSON.stringify(file)).join(',\n')}\n]}\n`);
  return files;
}

/** A short table of the sizes, by what the files are needed for. */
export function sizeTable(files, titles) {
  const sum = (part, key) => files.filter((file) => file.part === part).reduce((total, file) => total + file[key], 0) / 1e6;
  const rows = Object.entries(titles).map(([part, title]) =>
    `${title.padEnd(34)}${String(files.filter((file) => file.part === part).length).padStart(5)}${sum(part, 'bytes').toFixed(2).padStart(9)}${sum(part, 'gzip').toFixed(2).padStart(9)}`);
  return [`${''.padEnd(34)}${'files'.padStart(5)}${'MB'.padStart(9)}${'gzip'.padStart(9)}`, ...rows].join('\n');
}
