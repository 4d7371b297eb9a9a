// Which rows of a row group may be seen, by the pages of its columns of boxes: Parquet's column and offset indexes.
import { readColumnIndex, readOffsetIndex } from 'hyparquet';
import { touches } from './bounds.js';

const SIDES = ['xmin', 'ymin', 'xmax', 'ymax'];

/**
 * Runs of rows, counted from the group's first; one of all rows where the file has no such indexes.
 * @param {object[]} chunks of the four sides, in the order of a box
 * @param {object[]} elements of the schema, likewise
 */
export async function pagesIn(bytes, count, chunks, elements, extent) {
  if (!chunks.every((chunk) => chunk?.column_index_length && chunk.offset_index_length)) return [[0, count]];
  const part = async (offset, length) => ({ view: new DataView(await bytes.slice(Number(offset), Number(offset) + length)), offset: 0 });
  const sides = await Promise.all(
    chunks.map(async (chunk, side) => {
      const [values, places] = await Promise.all([part(chunk.column_index_offset, chunk.column_index_length), part(chunk.offset_index_offset, chunk.offset_index_length)]);
      const { min_values: least, max_values: most, null_pages: empty } = readColumnIndex(values, elements[side]);
      const starts = readOffsetIndex(places).page_locations.map((page) => Number(page.first_row_index));
      return { values: SIDES[side].endsWith('min') ? least : most, empty, starts };
    }),
  );
  const runs = [];
  // The four columns may have pages of different lengths.
  const starts = [...new Set(sides.flatMap((side) => side.starts))].sort((one, other) => one - other);
  const at = [0, 0, 0, 0];
  starts.forEach((start, i) => {
    sides.forEach((side, k) => {
      while (side.starts[at[k] + 1] <= start) at[k]++;
    });
    const box = sides.map((side, k) => side.values[at[k]]);
    const end = starts[i + 1] ?? count;
    if (sides.some((side, k) => side.empty[at[k]]) || !touches(box, extent)) return;
    if (runs.at(-1)?.[1] === start) runs.at(-1)[1] = end;
    else runs.push([start, end]);
  });
  return runs;
}
