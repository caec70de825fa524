/** Uploaded files: checked by content, cleaned, encrypted, named by their content. */
export { fileStore, type FileStore, type StoredFile, type Vault } from './store.ts';
export type { FileKind, FileType } from './kinds.ts';
export type { FileSource } from './receive.ts';
export type { FileRefusal, FileRefusalCode } from './refusals.ts';
