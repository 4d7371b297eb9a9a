// Modules that are fetched when they are first needed.
export const loadProjections = () => import('./proj.js');
export const loadColors = () => import('./colors.js');
export const loadControls = () => Promise.all([import('./controls.js'), loadTheme()]);
export const loadGeoJson = () => import('./geojson.js');
export const loadServices = () => import('./services.js');
export const loadDownloads = () => import('./download.js');
export const loadRemote = () => import('./remote.js');
export const loadTools = () => import('./tools.js');
export const loadRasters = () => import('./rasters.js');
export const loadPublishing = () => import('./publish.js');
export const loadAbout = () => import('./about.js');
export const loadOffline = () => import('./offline.js');
export const loadFigures = () => import('./figure.js');

/** The look of the controls, which the page's own style changes: so it stands before it. */
async function loadTheme() {
  const href = await window.terrellaSite.style('controls.css');
  return new Promise((resolve) => {
    const come = () => resolve(window.terrellaSite.assure?.(theme));
    const theme = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: come, onerror: come });
    document.querySelector('link[rel=stylesheet], style').before(theme);
  });
}
