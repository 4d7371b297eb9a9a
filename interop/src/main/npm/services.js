// Sources of tile services, which only few maps have.
import XYZ from 'ol/source/XYZ.js';

export const createXyz = (options) => new XYZ(options);
