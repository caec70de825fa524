/** What a record shows to others: its content, the code that proves it, and how a module offers it. Knows no module. */
export {
  checkCode,
  contentText,
  groupedCode,
  plainCode,
  type PublicBlock,
  type PublicContent,
} from './content.ts';
export type { Offer, PublicationSource } from './source.ts';
