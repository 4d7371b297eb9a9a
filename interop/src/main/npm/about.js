// What a map says of itself, and of where its data come from: checked, cited, shown and asked for.
import { aboutOf, changed, creditsOf, licenceProblem } from './about/checks.js';
import { bibtex, citation } from './about/citation.js';

export { credited } from './about/credit.js';
export { aboutForm } from './about/form.js';
export { aboutCard } from './about/card.js';
export { licenceProblem };

/** Metadata with changes, as JSON: `{title, about}` or `{problem}`. */
export const changedAbout = (metadata, changes) => JSON.stringify(changed(JSON.parse(metadata), JSON.parse(changes)));

/** What a map document says of itself, as JSON with `citation`, `bibtex` and `layers`. */
export function toldAbout(text) {
  const map = JSON.parse(text);
  const about = aboutOf(map.metadata);
  return JSON.stringify({ ...about, citation: citation(about), bibtex: bibtex(about), layers: creditsOf(map) });
}

