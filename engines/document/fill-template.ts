import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import { tagsOf, tagReader } from './check/template-tags.ts';

/** The tags a template may hold: a value, or the tags of one row of a loop. */
export interface TemplateTags {
  readonly [tag: string]: 'value' | TemplateTags;
}

/** Problems of the data in words, empty where it fits; made from the schema that stands beside the template. */
export type CheckData<T> = (
  data: unknown,
) => { readonly value: T } | { readonly problems: readonly string[] };

export type TemplateRefusal = Refusal<
  'document.template-unreadable' | 'document.template-tags' | 'document.template-data'
>;

/** No Word template unpacks to more than this; beyond it the file is an attack or not a template. */
const UNPACKED_LIMIT = 40 * 1024 * 1024;

const named = (tags: TemplateTags, before = ''): readonly string[] =>
  Object.entries(tags).flatMap(([tag, inner]) => [
    before + tag,
    ...(inner === 'value' ? [] : named(inner, `${before + tag}/`)),
  ]);

/** Inside a loop the values around it may be used too: `名单/支部` is `支部` where the row has none. */
function outward(tag: string, known: readonly string[]): string {
  const parts = tag.split('/');
  const name = parts.pop() ?? '';
  while (parts.length > 0 && !known.includes([...parts, name].join('/'))) parts.pop();
  const found = [...parts, name].join('/');
  return known.includes(found) ? found : tag;
}

interface Opened {
  readonly document: Docxtemplater;
  readonly tags: readonly string[];
}

function open(template: Uint8Array): Result<Opened, TemplateRefusal> {
  try {
    const zip = new PizZip(template);
    const unpacked = Object.values(zip.files).reduce(
      (sum, file) => sum + uncompressedSize(file),
      0,
    );
    if (unpacked > UNPACKED_LIMIT)
      return refuse('document.template-unreadable', { reason: '展开后过大' });
    if (zip.file('word/document.xml') === null)
      return refuse('document.template-unreadable', { reason: '不是Word文档（.docx）' });
    const reader = tagReader();
    const document = new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      modules: [reader.module],
      nullGetter: () => '',
      errorLogging: false,
    });
    return ok({ document, tags: tagsOf(reader.parts) });
  } catch (error) {
    return refuse('document.template-unreadable', { reason: reasonOf(error) });
  }
}

/** The size the package declares; the library keeps it beside the packed bytes. */
const uncompressedSize = (file: PizZip.ZipObject): number => {
  const data: unknown = Reflect.get(file, '_data');
  const size: unknown =
    typeof data === 'object' && data !== null ? Reflect.get(data, 'uncompressedSize') : 0;
  return typeof size === 'number' ? size : 0;
};

/** What the template library found, in its own words: which tag is not closed, opened twice, and the like. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const properties: unknown = Reflect.get(error, 'properties');
  const errors: unknown =
    typeof properties === 'object' && properties !== null
      ? Reflect.get(properties, 'errors')
      : undefined;
  const inner = Array.isArray(errors)
    ? errors.filter((each): each is Error => each instanceof Error)
    : [];
  return inner.length === 0 ? error.message : inner.map(explained).join('；');
}

const explained = (error: Error): string => {
  const properties: unknown = Reflect.get(error, 'properties');
  const text: unknown =
    typeof properties === 'object' && properties !== null
      ? Reflect.get(properties, 'explanation')
      : undefined;
  return typeof text === 'string' ? text : error.message;
};

/**
 * Fills a template made in Word or WPS. Tags are `{姓名}`; `{#名单}…{/名单}` repeats a paragraph or,
 * written in a table row, the row. Refuses with
 * - `document.template-unreadable` {reason}: no .docx, or tags that do not close;
 * - `document.template-tags` {unknown, missing}: tags outside `tags`, or required ones not in the file;
 * - `document.template-data` {problems}: the data does not fit its schema.
 */
export function fillTemplate<T extends object>(
  template: Uint8Array,
  data: unknown,
  schema: {
    readonly tags: TemplateTags;
    readonly optional?: readonly string[];
    readonly check: CheckData<T>;
  },
): Result<Buffer, TemplateRefusal> {
  const opened = open(template);
  if (!opened.ok) return opened;
  const known = named(schema.tags);
  const used = opened.value.tags.map((tag) => outward(tag, known));
  const unknown = used.filter((tag) => !known.includes(tag));
  const missing = known.filter(
    (tag) => !used.includes(tag) && !(schema.optional ?? []).includes(tag),
  );
  if (unknown.length > 0 || missing.length > 0) {
    return refuse('document.template-tags', {
      unknown: unknown.join('、'),
      missing: missing.join('、'),
    });
  }
  const checked = schema.check(data);
  if ('problems' in checked)
    return refuse('document.template-data', { problems: checked.problems.join('；') });
  opened.value.document.render(checked.value);
  return ok(opened.value.document.toBuffer());
}
