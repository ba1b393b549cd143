/** POST /api/contextual/erase */
export interface EraseRequest {
  /** A visitor id: page-visit ids belong to nobody. */
  readonly visitorId: string;
}

/** How many rows were the visitor's. */
export interface EraseResponse {
  readonly data: { readonly events: number; readonly participations: number };
}
