// In place of shapes that a page does not make: `terrellaSite.makes` says so, and nobody comes here.
export const singleFile = null, siteFolder = null, researchObject = null;
