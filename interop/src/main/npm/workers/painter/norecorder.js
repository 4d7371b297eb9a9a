// In place of recorder.js where there are no figures.
export const PATH = 0, CIRCLE = 1, BOX = 2;
export class Recorder {}
