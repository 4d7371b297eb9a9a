import { FlatGeobufWriter, TYPE } from '../parquet/flatgeobuf.js';

/** The number of features in a FlatGeobuf file without an index; the header does not tell it when the file was written in one go. */
export function countFeatures(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  let count = -1; // The header comes first.
  while (at + 4 <= bytes.length) {
    at += 4 + view.getUint32(at, true);
    if (at <= bytes.length) count++;
  }
  return Math.max(0, count);
}

/** A table without rows, for which GDAL writes nothing at all. */
export function emptyTable(name, columns, crs) {
  return new FlatGeobufWriter({ name, columns: columns.map((column) => ({ name: column, type: TYPE.STRING })), crs: { id: crs } }).bytes();
}
