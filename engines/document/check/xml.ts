import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import PizZip from 'pizzip';

/** Reading the XML of a .docx. Word's own prefix `w:` is fixed in every file that office programs write. */

/** The parts of a .docx by name; null for a part that is not there. Throws on what is no zip file. */
export function openPackage(docx: Uint8Array): (part: string) => Element | null {
  const zip = new PizZip(docx);
  return (part) => {
    const text = zip.file(part)?.asText();
    return text === undefined
      ? null
      : (new DOMParser().parseFromString(text, 'text/xml').documentElement ?? null);
  };
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

export const childrenOf = (element: Element): readonly Element[] =>
  [...element.childNodes].filter(isElement);
export const childOf = (element: Element | null | undefined, name: string): Element | undefined =>
  element === null || element === undefined
    ? undefined
    : childrenOf(element).find((each) => each.nodeName === name);

/** The element at a path of child names, `w:pPr/w:ind`. */
export const at = (element: Element | null | undefined, path: string): Element | undefined =>
  path
    .split('/')
    .reduce<Element | undefined>((from, name) => childOf(from, name), element ?? undefined);

export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.getAttribute(name) ?? undefined;

export const numberOf = (element: Element | undefined, name: string): number | undefined => {
  const value = attribute(element, name);
  return value === undefined ? undefined : Number(value);
};

export const all = (element: Element | null, name: string): readonly Element[] =>
  element === null ? [] : [...element.getElementsByTagName(name)];

/** The words of an element: its `w:t` in order, tabs as tabs. */
export const textOf = (element: Element): string =>
  all(element, 'w:t')
    .map((each) => each.textContent ?? '')
    .join('');
