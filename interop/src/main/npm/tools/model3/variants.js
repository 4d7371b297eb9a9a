// QGIS's elements Option as values: maps, lists, texts, numbers; systems by their code, QgsProperty as it is given to parameters.

const DEEPEST = 100;
const BY_FIELD = 2;
const BY_EXPRESSION = 3;

/** What is wrong with a file, with one of the codes of errors. */
export class ModelError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** A value of a type that there is none of in JavaScript. */
export class Unsupported {
  constructor(type) {
    this.type = type;
  }
}

/** A value that is written as a type other than its own. */
export class Typed {
  constructor(type, value) {
    this.type = type;
    this.value = value;
  }
}

export const double = (value) => new Typed('double', value);

/** The value of a file; entities other than XML's own five are refused. */
export function readVariant(text) {
  const wrong = (what) => new ModelError('malformed-input', `The XML is not well-formed: ${what}.`);
  if (/<!ENTITY/i.test(text)) throw wrong('it declares entities');
  const root = new DOMParser().parseFromString(text.replace(/^\ufeff/, ''), 'application/xml').documentElement;
  const error = root.querySelector('parsererror');
  if (error) throw wrong((error.querySelector('div') ?? error).textContent.trim().split('\n')[0]);
  return valueOf(root, 0);
}

function valueOf(option, depth) {
  if (depth > DEEPEST) throw new ModelError('malformed-input', `Elements nest deeper than ${DEEPEST}.`);
  const type = option.getAttribute('type') ?? 'invalid';
  const text = option.getAttribute('value') ?? '';
  const inside = [...option.children];
  switch (type) {
    case 'Map':
      return Object.fromEntries(inside.map((child) => [child.getAttribute('name') ?? '', valueOf(child, depth + 1)]));
    case 'List':
    case 'StringList':
      return inside.map((child) => valueOf(child, depth + 1));
    case 'QString':
    case 'QChar':
      return text;
    case 'bool':
      return text === 'true' || text === '1';
    case 'int':
    case 'uint':
    case 'long':
    case 'ulong':
    case 'longlong':
    case 'ulonglong':
    case 'double':
      return text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
    case 'QgsCoordinateReferenceSystem':
      return option.querySelector('authid')?.textContent.trim() ?? null;
    case 'QgsProperty':
      return propertyOf(inside.length ? valueOf(inside[0], depth + 1) : {});
    case 'invalid':
      return null;
    default:
      return new Unsupported(type);
  }
}

function propertyOf({ active, type, field, expression }) {
  if (active === false) return null;
  if (type === BY_FIELD) return { type: 'data_defined', field };
  return type === BY_EXPRESSION ? { type: 'data_defined', expression } : new Unsupported('QgsProperty');
}

/** The property that a parameter has for each feature. */
export function property({ field, expression }) {
  const [type, key, value] = field === undefined ? [BY_EXPRESSION, 'expression', expression] : [BY_FIELD, 'field', field];
  return new Typed('QgsProperty', { active: true, [key]: value, type });
}

/** A file with this value. */
export const writeVariant = (value) => `<!DOCTYPE model>\n${option(value, '', '')}`;

function option(value, name, indent) {
  const start = `${indent}<Option${name ? ` name="${escaped(name)}"` : ''}`;
  const leaf = (type, text) => `${start} type="${type}" value="${escaped(text)}"/>\n`;
  const branch = (type, inside) => `${start} type="${type}">\n${inside.join('')}${indent}</Option>\n`;
  const deeper = `${indent}  `;
  if (value === null || value === undefined) return `${start} type="invalid"/>\n`;
  if (value instanceof Typed) return typeof value.value === 'object' ? branch(value.type, [option(value.value, '', deeper)]) : leaf(value.type, String(value.value));
  if (typeof value === 'boolean') return leaf('bool', String(value));
  if (typeof value === 'number') return leaf(Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'int' : 'double', String(value));
  if (typeof value === 'string') return leaf('QString', value);
  const entries = Array.isArray(value) ? value.map((each) => ['', each]) : Object.entries(value);
  if (!entries.length) return `${start}/>\n`;
  return branch(Array.isArray(value) ? 'List' : 'Map', entries.map(([key, each]) => option(each, key, deeper)));
}

/** Line breaks in attributes would be read as spaces; other control characters cannot stand in XML. */
const escaped = (text) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"\t\n\r]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? `&#${c.codePointAt(0)};`);
