// Modules that are fetched when they are first needed.
export const loadProjections = () => import('./proj.js');
export const loadColors = () => import('./colors.js');
export const loadControls = () => import('./controls.js');
export const loadHighlight = () => import('./highlight.js');
export const loadServices = () => import('./services.js');
export const loadDownloads = () => import('./download.js');
export const loadRemote = () => import('./remote.js');
export const loadRasters = () => import('./rasters.js');
