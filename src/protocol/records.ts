/** What every stored record carries beside its own attributes. */
export interface RecordStamp {
  /** Short, unique within its kind, never changed, never used again. */
  readonly code: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601; send it back with a change so that nobody's edit is lost. */
  readonly updatedAt: string;
}

/** Query of every list: all optional. */
export interface RecordListQuery {
  /** From 1. */
  readonly page?: number;
  readonly pageSize?: number;
  /** Part of a name or code, whatever its case. */
  readonly search?: string;
}

/** Where a page stands in its list. */
export interface Pagination {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

/** A page of records, by name. */
export interface RecordListResponse<R> {
  readonly data: readonly R[];
  readonly meta: { readonly pagination: Pagination };
}

/** One record. */
export interface RecordResponse<R> {
  readonly data: R;
}

/** Absent attributes stay as they are, `null` empties an optional one. */
export type RecordChange<Input> = {
  readonly [K in keyof Omit<Input, 'code'>]?: undefined extends Input[K] ? Input[K] | null : Input[K];
} & {
  /** As read; another value in store means 409 `changed-meanwhile`. Without it the last edit wins. */
  readonly updatedAt?: string;
};
