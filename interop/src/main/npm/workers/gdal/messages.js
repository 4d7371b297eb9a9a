// What GDAL says on its error channel: the only place where all its complaints can be heard.
const MOST = 50;

/** GDAL's words in plain ones, where they say little to someone who does not know GDAL. */
const PLAIN = [
  [/not recognized as a supported file format|not recognized as being in a supported file format/, 'the file is not in the format that its name promises.'],
  [/database disk image is malformed/, 'the database is damaged or was cut off.'],
  [/file is not a database/, 'the file is no database.'],
  [/Normalized\/laundered field name: ('.*') to ('.*')/, 'The field $1 is called $2.'],
  [/^Value ('[^]*?') of field (\S+) has been truncated to (\d+) characters\.[^]*/, 'Texts of the field $2 were cut to $3 characters.'],
  [/XML parsing of \w+ file failed *: *([^,]*)(?:, | at )?(?:line (\d+))?.*/i, 'the XML is not well-formed ($1, line $2).'],
];
/** Errors of PROJ mean that the CRS stays unknown, which the page asks for; the data are whole. */
const ABOUT_CRS = /^PROJ: /;
/** Complaints that say nothing about the file. */
// The one on written values comes for numbers of more than a few decimals, which dBASE tables hold in as many digits as doubles have.
const NOISE = [/^Value -?\d{1,15}(\.\d*)? of field .* not successfully written/, /^Terminating translation prematurely/, /^Unable to write feature/, /use -skipfailures/, /SHAPE_RESTORE_SHX|regenerat/i];

export class Messages {
  constructor() {
    this.clear();
  }

  clear() {
    this.errors = [];
    this.warnings = [];
    this.open = null;
  }

  add(text) {
    const [, kind, said] = /^(ERROR|Warning) (?:\d+): ([^]*)$/.exec(text) ?? [];
    if (kind) {
      this.open = kind === 'ERROR' && !ABOUT_CRS.test(said) ? this.errors : this.warnings;
      // A damaged file can bring one complaint for each of a million features.
      if (this.open.length < MOST) this.open.push(said);
    } else if (this.open?.length && this.open.length < MOST) {
      this.open.push(`${this.open.pop()} ${text}`);
    }
  }

  /** The first few errors as sentences, without the worker's own paths; empty when there were none. */
  failure(folder) {
    return sentences(this.errors, folder).slice(0, 3).join(' ');
  }

  /** The first few warnings as sentences. */
  hints(folder) {
    return sentences(this.warnings, folder).slice(0, 10);
  }
}

function sentences(lines, folder) {
  const plain = lines
    .map((line) => line.replaceAll(`${folder}/`, '').trim())
    .filter((line) => line && !NOISE.some((pattern) => pattern.test(line)))
    .map((line) => {
      const known = PLAIN.find(([pattern]) => pattern.test(line));
      return known ? line.match(known[0])[0].replace(known[0], known[1]).replace(', line )', ')') : /[.!?]$/.test(line) ? line : `${line}.`;
    });
  return [...new Set(plain)];
}
