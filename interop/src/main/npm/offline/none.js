// A page without a site keeps nothing of one.
export const isPossible = () => false;
export const isWhole = () => false;
export const begin = async () => {};
