import { createEventService } from '../../server/src/features/events';
import { createGroupCommit } from '../../server/src/features/events/group-commit';
import { batch, event, visitor } from '../support/counting';

const BOUNDS = { batchItems: 4, batchMs: 5, queueItems: 10 };

describe('a group commit', () => {
  it('puts what comes within the wait into one transaction, and full batches at once', async () => {
    const committed: number[][] = [];
    const group = createGroupCommit<number, string>(async (items) => {
      committed.push([...items]);
      return 'done';
    }, BOUNDS);
    const answers = [group.submit([1]), group.submit([2]), group.submit([3, 4]), group.submit([5])];
    expect(await Promise.all(answers)).toEqual(['done', 'done', 'done', 'done']);
    expect(committed).toEqual([[1, 2, 3, 4], [5]]);
  });

  it('takes no more than may wait, and takes again when there is room', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const group = createGroupCommit<number, string>(async () => {
      await gate;
      return 'done';
    }, BOUNDS);
    const first = group.submit([1, 2, 3, 4]);
    const waiting = [group.submit([5, 6, 7, 8]), group.submit([9, 10, 11, 12])];
    expect(group.submit([13, 14, 15])).toBeUndefined();
    release();
    expect(await Promise.all([first, ...waiting])).toEqual(['done', 'done', 'done']);
    expect(await group.submit([13, 14, 15])).toBe('done');
  });

  it('lets the items of one caller fail without those of the others', async () => {
    const group = createGroupCommit<number, string>(async (items) => {
      if (items.includes(13)) throw new Error('unlucky');
      return 'done';
    }, BOUNDS);
    const answers = await Promise.allSettled([group.submit([1]), group.submit([13]), group.submit([2])]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('commits what waits before it is drained', async () => {
    let committed = 0;
    const group = createGroupCommit<number, void>(async (items) => void (committed += items.length), BOUNDS);
    void group.submit([1, 2]);
    await group.drain();
    expect(committed).toBe(2);
  });
});

it('answers "busy", and never an acknowledgement, when the database does not take the events', async () => {
  const errors: unknown[] = [];
  const facts = { experiences: new Map(), goals: [], longestWindowDays: 7, recomputes: () => false };
  const service = createEventService({
    facts: { current: async () => facts },
    judges: {
      receipts: { sign: () => '', verify: () => ({ ok: false, error: 'receipt-malformed' }) },
      unitHash: ({ id }) => id,
    },
    store: async () => {
      throw new Error('the disk is full');
    },
    quarantine: { add: () => {}, flush: async () => {}, reasons: async () => [] },
    bots: async () => 0,
    now: () => Date.now(),
    onError: (error) => errors.push(error),
  });
  const { events } = batch(event('view', visitor()));
  const now = Date.now();
  await expect(
    service.ingest(events, { sentAt: now, receivedAt: now, trusted: false, bot: false }),
  ).rejects.toMatchObject({ status: 503, code: 'busy' });
  expect(errors).toHaveLength(1);
});
