// Words of expressions: what stands at the caret, and what it may become.
const VARIABLES = ['@feature', '@geometry', '@id', '@layer_crs', '@layer_feature_count', '@layer_name', '@row_number', '$id', '$geometry'];

export const isWord = (character) => /[\p{L}\p{N}_@$]/u.test(character);

export const quoted = (field) => `"${field.replaceAll('"', '""')}"`;

/** Where the word begins that ends at a place: a name, a variable or a name in quotes. */
export function wordStart(text, at) {
  let quote = -1, inText = false;
  for (let i = 0; i < at; i++) {
    if (text[i] === "'" && quote < 0) inText = !inText;
    else if (text[i] === '"' && !inText) quote = quote < 0 ? i : -1;
  }
  if (inText || quote >= 0) return inText ? at : quote;
  let start = at;
  while (start > 0 && isWord(text[start - 1])) start--;
  return start;
}

/** What a function is called with, such as round(value, [places]). */
export function signature({ name, parameters, any }) {
  if (name.startsWith('$')) return name;
  const all = parameters.map((each) => (each.optional ? `[${each.name}]` : each.name));
  return `${name}(${[...all, ...(any ? ['…'] : [])].join(', ')})`;
}

/** What writes a function. */
export const opened = (name) => (name.startsWith('$') ? name : `${name}(`);

/** What can stand where a word begins: those that begin so, then those that have it within. */
export function completions(word, fields, functions) {
  const inQuotes = word.startsWith('"');
  const wanted = (inQuotes ? word.slice(1) : word).toLowerCase();
  const all = fields.map((field) => ({ key: field.toLowerCase(), text: quoted(field), label: field, detail: 'field' }));
  if (!inQuotes) {
    for (const each of functions) all.push({ key: each.name, text: opened(each.name), label: signature(each), detail: each.help });
    for (const name of VARIABLES) all.push({ key: name, text: name, label: name, detail: 'variable' });
  }
  const begins = all.filter(({ key }) => key.startsWith(wanted));
  return wanted.length < 2 ? begins : [...begins, ...all.filter(({ key }) => !key.startsWith(wanted) && key.includes(wanted))];
}

/** Functions that have all words in their names or helps; names that begin so come first. */
export function found(query, functions) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = functions.filter(({ name, help }) => words.every((word) => `${name} ${help}`.toLowerCase().includes(word)));
  const first = fits.filter(({ name }) => words.length && name.startsWith(words[0]));
  return [...first, ...fits.filter((each) => !first.includes(each))];
}
