import { SaxesParser } from 'saxes';
import { Refused } from './refusals.ts';

export interface XmlHandlers {
  /** Names come without their namespace prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** After each piece of the source, outside the parser: the place to wait. */
  readonly pause?: () => Promise<void> | void;
  /** True once enough was seen: the rest is left unread. */
  readonly enough?: () => boolean;
  /**
   * Takes a piece of the text before the parser does: returns what the parser is to read of it. What
   * it keeps must be whole elements, so that the rest is well-formed where all of it was. Without a
   * piece: the end; what it still holds.
   */
  readonly first?: (text: string | null, parse: (text: string) => void) => void;
}

const bare = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** Reads XML piece by piece; what is not well-formed is a damaged file. Entities of its own are not expanded. */
export async function readXml(source: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const { open, text, close } = handlers;
  parser.on('error', () => {
    throw new Refused('sheet.damaged');
  });
  if (open !== undefined) parser.on('opentag', (tag) => open(bare(tag.name), tag.attributes));
  if (close !== undefined) parser.on('closetag', (tag) => close(bare(tag.name)));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Buffer): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw new Refused('sheet.damaged');
    }
  };
  const parse = (part: string): void => {
    parser.write(part);
  };
  const take = handlers.first ?? ((part: string | null) => parse(part ?? ''));
  for await (const piece of source) {
    take(decode(piece), parse);
    await handlers.pause?.();
    if (handlers.enough?.() === true) return;
  }
  take(decode(), parse);
  take(null, parse);
  parser.close();
  await handlers.pause?.();
}
