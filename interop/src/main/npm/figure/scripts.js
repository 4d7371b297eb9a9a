// What there are fonts of: each script and weight is a file of its own, `fonts/SCRIPT-WEIGHT.woff` of the site.
export const SCRIPTS = ['latin', 'greek', 'cyrillic', 'vietnamese', 'latin-ext'];
export const WEIGHTS = [400, 600];
