/** A failure with one of the product's stable codes. */
export class GdalError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
