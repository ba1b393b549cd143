import { AsyncLocalStorage } from 'node:async_hooks';
import { createLeaseStore } from '../../server/src/features/manifest';
import { ARTICLE, FAN, NAME } from './main-job-content';
import type { MainJob } from './main-job';

/** What holds when several edit at once: transactions, leases, weights versions, codes. */
export function mainJobEdits(job: MainJob): void {
  const { now, isShared, service, documents, query, decide, article, home, versions } = job;

  describe('the manifest', () => {
    const rule = (name: string) => ({ 'campaign.name': name });
    const moveInTransaction = (
      code: string,
      name: string,
      then: () => Promise<void> = async () => undefined,
    ) =>
      now().running.strapi.db.transaction(async () => {
        await query('plugin::contextual.audience').update({ where: { code }, data: { rule: rule(name) } });
        await then();
      });

    it('follows an edit at its commit, with one step of the version', async () => {
      const before = await versions();
      await moveInTransaction('fans', 'moved', async () => {
        await service('audiences').update!('fans', { name: `${NAME} 2` });
      });
      expect(await versions()).toEqual({ ...before, manifest: before.manifest! + 1 });
      expect((await decide({ campaign: { name: 'moved' } }, article())).variantKey).toBe('guide.telly');
      expect((await decide(FAN, article())).variantKey).toBe('');
      await service('audiences').update!('fans', { name: NAME, rule: now().written.rule });
      expect((await decide(FAN, article())).variantKey).toBe('guide.telly');
    });

    it('never sees an edit that is rolled back', async () => {
      const before = await versions();
      const attempt = moveInTransaction('fans', 'never', async () => {
        throw new Error('changed my mind');
      });
      await expect(attempt).rejects.toThrow('changed my mind');
      expect(await versions()).toEqual(before);
      expect((await decide({ campaign: { name: 'never' } }, article())).variantKey).toBe('');
      expect((await decide(FAN, article())).variantKey).toBe('guide.telly');
    });

    // SQLite has one writer, whatever we do.
    if (isShared) {
      it('makes no editor wait for the open transaction of another, nor shows what is not committed', async () => {
        await service('audiences').create!({ code: 'others', name: 'Others', rule: rule('a') });
        const before = await versions();
        // As other requests are: in no transaction.
        const outside = AsyncLocalStorage.snapshot();
        await moveInTransaction('fans', 'open', () =>
          outside(async () => {
            expect((await now().admin.put('/audiences/others', { name: 'Others 2' })).status).toBe(200);
            expect((await versions()).manifest).toBe(before.manifest! + 1);
            expect((await decide({ campaign: { name: 'open' } }, article())).variantKey).toBe('');
          }),
        );
        expect((await decide({ campaign: { name: 'open' } }, article())).variantKey).toBe('guide.telly');
        await service('audiences').update!('fans', { rule: now().written.rule });
      });
    }
  });

  it('gives a lease to one of many', async () => {
    const stores = Array.from({ length: 6 }, (_, index) =>
      createLeaseStore(now().running.strapi, `instance ${index}`, () => 9_000_000),
    );
    let working = 0;
    const taken = await Promise.all(
      stores.map((store) =>
        store.withLease('job', 1_000, async () => {
          working += 1;
          await new Promise((resolve) => setTimeout(resolve, 300));
        }),
      ),
    );
    expect([working, taken.filter(Boolean).length]).toEqual([1, 1]);
    expect(await stores[1]!.withLease('job', 1_000, async () => undefined)).toBe(true);
  });

  describe('weights versions', () => {
    const ranges = async () =>
      (await service('experiences').weightsVersions!('test')).map(({ version, ranges: stored }: any) => [
        version,
        stored.map(({ variant, from, to }: any) => `${variant} ${from}-${to}`),
      ]);

    it('are written when shares move, and only then', async () => {
      await service('experiences').create!({
        code: 'test',
        name: 'Test',
        selection: 'split',
        entries: [home()],
      });
      for (const code of ['one', 'two']) {
        await service('variants').create!('test', { code, name: code, share: 3_000 });
        const data = { headline: `${code} 📺` };
        await service('variants').addContent!('test', code, { entry: home(), locale: 'en', data });
        await service('variants').publishContent!({ experience: 'test', variant: code, entry: home() }, 'en');
      }
      await service('experiences').move!('test', 'start');
      const first = await ranges();
      expect(first).toHaveLength(1);
      expect((await decide({ unit: { kind: 'visitor', id: 'v' } }, home())).decisions[0]).toMatchObject({
        reason: 'split',
      });

      await service('variants').update!('test', 'one', { name: 'renamed', enabled: true, share: 3_000 });
      await service('experiences').update!('test', { name: 'Test 2', entries: [home()], holdout: 0 });
      await service('experiences').move!('test', 'pause');
      await service('experiences').move!('test', 'resume');
      expect(await ranges()).toEqual(first);

      await service('variants').update!('test', 'one', { share: 5_000 });
      const [second] = await ranges();
      expect(second[0]).toBe(2);
      expect(second[1]).not.toEqual(first[0][1]);
    });

    it('stay in one line when everybody edits at the same moment', async () => {
      const calls = Array.from({ length: 8 }, (_, round) => [
        now().admin.post(`/experiences/test/${round % 2 ? 'resume' : 'pause'}`),
        now().admin.put('/experiences/test/variants/one', { share: 1_000 + round * 100 }),
        now().admin.put('/experiences/test/variants/two', { share: 4_000 - round * 100 }),
        now().admin.put('/experiences/test', { name: `Test ${round}` }),
        now().admin.post('/experiences/test/variants', { name: `Extra ${round}`, enabled: round % 2 === 0 }),
        now().admin.post('/experiences/guide/variants/telly/contents', {
          entry: round % 2 ? article() : { contentType: ARTICLE, documentId: now().written.other },
          data: { teaser: `Teaser ${round}` },
        }),
        documents(ARTICLE)
          .update({ documentId: now().written.plain, data: { teaser: `Plain ${round}` } })
          .then(() => ({ status: 200, body: {} })),
      ]).flat();
      const answers = await Promise.all(calls);
      const unexpected = answers.filter(({ status }) => ![200, 201, 409].includes(status));
      expect(unexpected.map(({ status, body }) => [status, body])).toEqual([]);

      const rows = await query('plugin::contextual.weights-version').findMany({
        where: { experience: 'test' },
      });
      const numbers = rows.map(({ version }: any) => version).sort((a: number, b: number) => a - b);
      expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1));
      const { weightsVersion } = await service('experiences').findOne!('test');
      expect(weightsVersion).toBe(numbers.length);
      const shares = (await service('variants').find!('test')).map(({ share }: any) => share);
      const [[, latest]] = await ranges();
      const width = (name: string) =>
        latest.reduce((sum: number, range: string) => {
          const [, variant, from, to] = /^(\S+) (\d+)-(\d+)$/.exec(range)!;
          return variant === name ? sum + Number(to) - Number(from) : sum;
        }, 0);
      const codes = (await service('variants').find!('test')).map(({ code }: any) => code);
      expect(codes.map(width)).toEqual(shares);
      const { entries } = await service('experiences').findOne!('guide');
      expect(entries.map(({ documentId }: any) => documentId).sort()).toEqual(
        [now().written.article, now().written.other].sort(),
      );
    }, 60_000);
  });

  it('gives a code to one of many that ask for it at once', async () => {
    const rule = { 'campaign.name': 'x' };
    const named = await Promise.all(
      Array.from({ length: 6 }, () =>
        now().admin.post('/audiences', { code: 'wanted', name: 'Wanted', rule }),
      ),
    );
    expect(named.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const drawn = await Promise.all(
      Array.from({ length: 4 }, () => now().admin.post('/audiences', { name: 'Drawn 📺', rule })),
    );
    expect(drawn.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(drawn.map(({ body }) => body.data.code)).size).toBe(4);
  });
}
