/** The part of the library that is used; its own types need its sister packages. */
declare module 'cnchar-order' {
  const order: {
    readonly dict: {
      /** Character → one letter per stroke. */
      readonly orders: Readonly<Record<string, string>>;
    };
  };
  // A CommonJS module: its whole export is the default.
  export default order;
}
