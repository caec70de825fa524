import type { Content, Figure } from './queries.ts';

/**
 * Places of figures are kept by id and shown by name: whoever writes sees 〔党课次数〕, of the second body
 * 〔党课次数@2〕, and 〔引用:培训人次〕 for a quoted datum.
 */
export interface Names {
  readonly figures: readonly Pick<Figure, 'indicator' | 'name' | 'text' | 'unit' | 'bodies'>[];
  readonly quoted: Content['quoted'];
}

const KEPT = /\{\{(引用:)?([^{}@]+?)(@\d{1,2})?\}\}/g;
const SHOWN = /〔(引用:)?([^〔〕@]+?)(@\d{1,2})?〕/g;

/** As kept → as shown; what is unknown stays as kept. */
export const shown = (prose: string, { figures, quoted }: Names): string =>
  prose.replace(KEPT, (all, mark: string | undefined, id: string, body: string | undefined) => {
    const name =
      mark === undefined
        ? figures.find((one) => one.indicator === id)?.name
        : quoted.find((one) => one.id === id)?.name;
    return name === undefined ? all : `〔${mark ?? ''}${name}${body ?? ''}〕`;
  });

/** As shown → as kept; a document number 〔2023〕 names no figure and stays. */
export const kept = (prose: string, { figures, quoted }: Names): string =>
  prose.replace(SHOWN, (all, mark: string | undefined, name: string, body: string | undefined) => {
    const id =
      mark === undefined
        ? figures.find((one) => one.name === name)?.indicator
        : quoted.find((one) => one.name === name)?.id;
    return id === undefined ? all : `{{${mark ?? ''}${id}${body ?? ''}}}`;
  });

/** A piece of the preview: words, or a datum with its number. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly indicator: string;
      readonly name: string;
      readonly text: string;
      readonly body: number | undefined;
    }
  | { readonly kind: 'quoted'; readonly text: string; readonly document: string };

/** Prose as it will be read, cut at its data. */
export function previewOf(prose: string, { figures, quoted }: Names): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of prose.matchAll(KEPT)) {
    if (match.index > from) pieces.push({ kind: 'text', text: prose.slice(from, match.index) });
    from = match.index + match[0].length;
    const id = match[2] ?? '';
    if (match[1] !== undefined) {
      const datum = quoted.find((one) => one.id === id);
      pieces.push(
        datum === undefined
          ? { kind: 'text', text: match[0] }
          : { kind: 'quoted', text: datum.value, document: datum.document },
      );
      continue;
    }
    const figure = figures.find((one) => one.indicator === id);
    const body = match[3] === undefined ? undefined : Number(match[3].slice(1)) - 1;
    const text = body === undefined ? figure?.text : figure?.bodies[body]?.text;
    pieces.push(
      figure === undefined || text === undefined
        ? { kind: 'text', text: match[0] }
        : { kind: 'figure', indicator: id, name: figure.name, text, body },
    );
  }
  if (from < prose.length) pieces.push({ kind: 'text', text: prose.slice(from) });
  return pieces;
}
