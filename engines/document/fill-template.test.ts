import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import { all, openPackage, textOf } from './check/xml.ts';
import { fillTemplate, type CheckData, type TemplateTags } from './fill-template.ts';

interface Data {
  readonly 支部: string;
  readonly 名单: readonly { readonly 姓名: string }[];
}

const tags: TemplateTags = { 支部: 'value', 名单: { 姓名: 'value' } };
const check: CheckData<Data> = (data) =>
  typeof data === 'object' && data !== null && '支部' in data && typeof data.支部 === 'string'
    ? { value: data as Data }
    : { problems: ['支部：必填'] };
const schema = { tags, check };
const data: Data = { 支部: '机关支部 <一>', 名单: [{ 姓名: '王建国' }, { 姓名: '李秀英' }] };

const template = async (line: string, ...cells: readonly string[]): Promise<Buffer> => {
  const row = new TableRow({
    children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
  });
  return Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph(line), new Table({ rows: [row] })] }] }),
  );
};
const rowsOf = (docx: Buffer): readonly string[] =>
  all(openPackage(docx)('word/document.xml'), 'w:tr').map(textOf);

test('a row with a loop is repeated, values around it may be used inside', async () => {
  const filled = unwrap(
    fillTemplate(await template('{支部}', '{#名单}{姓名}', '{支部}{/名单}'), data, schema),
  );
  expect(rowsOf(filled)).toEqual(['王建国机关支部 <一>', '李秀英机关支部 <一>']);
});

test('unknown and missing tags are named', async () => {
  const result = fillTemplate(
    await template('{支步}', '{#名单}{姓名}{生日}', '{/名单}'),
    data,
    schema,
  );
  expect(result).toEqual({
    ok: false,
    refusal: {
      code: 'document.template-tags',
      params: { unknown: '支步、名单/生日', missing: '支部' },
    },
  });
});

test('an optional tag may be left out of the template', async () => {
  const result = fillTemplate(await template('x', '{#名单}{姓名}', '{/名单}'), data, {
    ...schema,
    optional: ['支部'],
  });
  expect(result.ok).toBe(true);
});

test('data that does not fit is refused with the words of the schema', async () => {
  const result = fillTemplate(await template('{支部}', '{#名单}{姓名}', '{/名单}'), {}, schema);
  expect(result).toMatchObject({
    ok: false,
    refusal: { code: 'document.template-data', params: { problems: '支部：必填' } },
  });
});

test.each([
  ['no zip', Buffer.from('hello')],
  ['an empty file', Buffer.alloc(0)],
])('%s is refused, not thrown', (_, file) => {
  expect(fillTemplate(file, data, schema)).toMatchObject({
    ok: false,
    refusal: { code: 'document.template-unreadable' },
  });
});

test('a tag that does not close is refused with its name', async () => {
  const result = fillTemplate(await template('{支部}', '{#名单}{姓名}', 'x'), data, schema);
  expect(result).toMatchObject({ ok: false, refusal: { code: 'document.template-unreadable' } });
  expect(result.ok ? '' : String(result.refusal.params['reason'])).toContain('名单');
});
