/** What one caller wants committed together with what others want. */
interface Waiting<Item, Outcome> {
  readonly items: readonly Item[];
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Lets callers share transactions. */
export interface GroupCommit<Item, Outcome> {
  /** Settles after the commit; `undefined` at once when too many are waiting already. */
  submit(items: readonly Item[]): Promise<Outcome> | undefined;
  /** Commits what waits, and resolves when nothing is under way. */
  drain(): Promise<void>;
}

export interface GroupCommitBounds {
  readonly batchItems: number;
  /** How long the first of a batch waits for others, milliseconds. */
  readonly batchMs: number;
  readonly queueItems: number;
}

/**
 * Collects items until there are enough or enough time has passed, and commits them one batch at a time.
 * A batch that fails is tried again caller by caller, so that one caller's items cannot fail another's.
 */
export function createGroupCommit<Item, Outcome>(
  commit: (items: readonly Item[]) => Promise<Outcome>,
  bounds: GroupCommitBounds,
): GroupCommit<Item, Outcome> {
  const queue: Waiting<Item, Outcome>[] = [];
  let waitingItems = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  const takeBatch = (): Waiting<Item, Outcome>[] => {
    const batch: Waiting<Item, Outcome>[] = [];
    let size = 0;
    for (
      let next = queue[0];
      next && (batch.length === 0 || size + next.items.length <= bounds.batchItems);
      next = queue[0]
    ) {
      size += next.items.length;
      batch.push(next);
      queue.shift();
    }
    waitingItems -= size;
    return batch;
  };

  const settle = async (batch: readonly Waiting<Item, Outcome>[]): Promise<void> => {
    try {
      const outcome = await commit(batch.flatMap(({ items }) => items));
      for (const waiting of batch) waiting.resolve(outcome);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const waiting of batch) await settle([waiting]);
    }
  };

  const work = async (): Promise<void> => {
    while (queue.length > 0) await settle(takeBatch());
    // At once, before anybody can queue something and believe that it is looked after.
    running = undefined;
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (queue.length > 0) running ??= work();
    return running ?? Promise.resolve();
  };

  return {
    submit: (items) => {
      if (waitingItems + items.length > bounds.queueItems) return undefined;
      const settled = new Promise<Outcome>((resolve, reject) => queue.push({ items, resolve, reject }));
      waitingItems += items.length;
      if (waitingItems >= bounds.batchItems) void flush();
      else if (!running) timer ??= setTimeout(() => void flush(), bounds.batchMs);
      return settled;
    },
    drain: async () => {
      while (queue.length > 0 || running) await flush();
    },
  };
}
