/** One page of a list: rows, and how many there are in all. Pages count from 1. */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
}

export const MAX_PAGE_SIZE = 500;

export const offsetOf = (request: PageRequest): number => (request.page - 1) * request.pageSize;
