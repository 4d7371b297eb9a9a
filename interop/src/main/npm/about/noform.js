// In place of form.js in published maps, which are read and not described anew.
export function aboutForm() {
  throw Object.assign(new Error('A published map is not described anew here; save it with its data, and open it in Terrella.'), { name: 'unsupported-format' });
}
