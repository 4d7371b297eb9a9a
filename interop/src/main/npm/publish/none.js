// Shapes that pages without a site cannot make: what they hold is kept small.
const none = (shape) => async () => {
  const message = `${shape} is made by a site; this page has none. Open Terrella from a web host, and there this map with its data.`;
  throw Object.assign(new Error(message), { name: 'unsupported-format' });
};

export const siteFolder = none('A folder');
export const researchObject = none('A research object');
export const singleFile = none('A page of its own');
