/** Text in a field that could not be read. It travels as the field's value, so that saving stops instead of losing it. */
export class Unread {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}
