// In place of recorder.js in published maps, which make no figures.
export const PATH = 0, CIRCLE = 1, BOX = 2;
export class Recorder {}
