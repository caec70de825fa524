import type Docxtemplater from 'docxtemplater';

type Module = Docxtemplater.DXT.Module;

/**
 * Notes the parsed template while the library reads it. (The library's own inspecting module needs a
 * package that it does not bring.)
 */
export function tagReader(): {
  readonly module: Module & { readonly name: string };
  readonly parts: unknown[];
} {
  const parts: unknown[] = [];
  return {
    parts,
    module: {
      name: 'ZhibuTagReader',
      set: (options: unknown) => {
        const parsed = property(property(options, 'inspect'), 'postparsed');
        if (Array.isArray(parsed)) parts.push(...parsed);
      },
    },
  };
}

const property = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;

/** Names of all tags, those inside a loop as `loop/tag`, each once, in the order of the text. */
export function tagsOf(parts: readonly unknown[], before = ''): readonly string[] {
  const names = parts.flatMap((part): readonly string[] => {
    const value = property(part, 'value');
    if (property(part, 'type') !== 'placeholder' || typeof value !== 'string') return [];
    const inner = property(part, 'subparsed');
    const loop = before + value;
    return Array.isArray(inner) ? [loop, ...tagsOf(inner, `${loop}/`)] : [loop];
  });
  return [...new Set(names)];
}
