// Shapes that pages without a site cannot make: what they hold is kept small.
const none = (shape) => async () => {
  throw new Error(`${shape} is made by a site; this page has none. Open Terrella from a web host, and there this map with its data.`);
};

export const siteFolder = none('A folder');
export const researchObject = none('A research object');
