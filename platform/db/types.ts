import pg from 'pg';

const { builtins } = pg.types;

/** Days stay text, whole numbers become numbers (all of ours fit), the rest is as usual. */
export const plainTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string): ((value: string) => unknown) => {
    if (format !== 'binary') {
      if (oid === builtins.DATE) return (value) => value;
      if (oid === builtins.INT8 || oid === builtins.NUMERIC) return Number;
    }
    const usual: (value: string) => unknown = pg.types.getTypeParser(oid, 'text');
    return usual;
  },
};
