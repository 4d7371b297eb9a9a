/** A failure with one of the product's stable codes; the message is for a person. */
export class RasterError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export const malformed = (message) => new RasterError('malformed-input', message);
