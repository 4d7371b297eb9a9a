// Large files of the web of which only what a view shows is read, by keys that the page gives them.
import { GdalError as FileError } from '../gdal/error.js';
import { RemoteFile } from './file.js';
import { openRemoteFlatGeobuf } from './flatgeobuf.js';
import { openRemoteParquet } from './parquet.js';

const files = new Map();

/** Looks at a file: what it holds, and a table without rows; {size} alone where it is not to be read in parts, size 0 where that is not known. */
export async function openRemote({ key, url, name, smallest }) {
  files.delete(key);
  const file = await RemoteFile.open(url);
  if (!file || file.size < smallest) return { size: file?.size ?? 0 };
  const isParquet = /\.(geo)?parquet$/i.test(name);
  // A file that is damaged is read as a whole, by who says what is wrong with it.
  const table = await (isParquet ? openRemoteParquet : openRemoteFlatGeobuf)(name, file).catch(() => undefined);
  if (!table) return { size: file.size };
  files.set(key, { url, name, file, table });
  const { format, featureCount, geometryType, extent, empty } = table;
  return { size: file.size, description: { format, featureCount, geometryType, extent, size: file.size }, bytes: empty.slice() };
}

/** The features of an extent as FlatGeobuf, or {tooMuch}; ends the request that came before it. */
export async function readWindow({ key, extent }) {
  const opened = files.get(key);
  if (!opened) throw new FileError('not-found', 'The file is not open any more.');
  opened.ending?.abort();
  const ending = (opened.ending = new AbortController());
  try {
    const { bytes, features = 0 } = await opened.table.window(extent, ending.signal);
    if (ending.signal.aborted) throw new FileError('cancelled', 'Another view is shown.');
    opened.file.relieve();
    return { bytes: bytes ?? opened.table.empty.slice(), features, tooMuch: !bytes, fetched: opened.file.fetched };
  } catch (error) {
    throw ending.signal.aborted ? new FileError('cancelled', 'Another view is shown.') : error;
  }
}

export function closeRemote({ key }) {
  files.get(key)?.ending?.abort();
  files.delete(key);
}
