import type { Finding } from '#engines/procedure';
import type { Params } from '#kernel/result';

const finding =
  (effect: Finding['effect']) =>
  (code: string, rule: string, params: Params = {}): Finding => ({ code, effect, rule, params });

export const blocks = finding('blocks');
export const tells = finding('tells');
