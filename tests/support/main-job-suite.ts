import { apiToken, batch, event } from './counting';
import type { Place } from './ingest-suite';
import { openMainJob } from './main-job';
import { ARTICLE, blocks, FAN, LONG, NAME, SIBLING, STRANGER } from './main-job-content';
import { mainJobEdits } from './main-job-edits';

/** The main job from content to report, to be kept on every database that Strapi runs on. */
export function mainJobSuite(database: string, place?: Place): void {
  describe(`the main job on ${database}`, () => {
    const job = openMainJob(place);
    const { now, service, documents, query, get, personal, decide, article } = job;

    it('gives back every text as it was written', async () => {
      expect(await service('interestTags').findOne!('tv')).toMatchObject({
        name: NAME,
        description: LONG.slice(0, 2_000),
      });
      expect(await service('audiences').findOne!('fans')).toMatchObject({
        name: NAME,
        rule: now().written.rule,
      });
      expect(await service('goals').findOne!('order')).toMatchObject({ name: NAME, cap: 500.25 });
      expect(await service('experiences').findOne!('guide')).toMatchObject({ name: NAME, seed: 'seed' });
      expect(await service('variants').findOne!('guide', 'kiosk')).toMatchObject({ channels: ['kiosk 📺'] });
      expect(await service('variants').findOne!('guide', 'telly')).toMatchObject({
        name: NAME,
        interests: [{ tag: 'tv', weight: 80 }],
      });
      const found = await service('audiences').find!({ search: '📺' });
      expect(found.records.map(({ code }: any) => code)).toEqual(['fans']);
    });

    it('decides and delivers the variant in each locale, long text, zone, component and relation alike', async () => {
      expect(await decide(FAN, article())).toMatchObject({
        variantKey: 'guide.telly',
        decisions: [{ variant: 'telly', reason: 'audience', receipt: expect.any(String) }],
      });
      expect((await decide(STRANGER, article())).variantKey).toBe('');
      expect((await decide(FAN, { ...article(), locale: 'de' })).variantKey).toBe('guide.telly');
      expect((await decide(FAN, { contentType: ARTICLE, uid: 'first' })).documentId).toBe(
        now().written.article,
      );

      const all = 'populate[seo]=true&populate[products]=true&populate[blocks][populate]=*';
      const { body } = await get(`/articles/${now().written.article}?variant=guide.telly&${all}`);
      expect(body.data).toMatchObject({
        title: `Telly ${NAME}`,
        teaser: 'Base teaser',
        slug: 'first',
        body: blocks(LONG),
        seo: { metaTitle: 'Meta 📺' },
        products: [{ documentId: now().written.product }],
        blocks: [{ __component: 'sections.rich-text', body: blocks(LONG) }],
      });
      const german = await get(`/articles/${now().written.article}?variant=guide.telly&locale=de`);
      expect(german.body.data).toMatchObject({ title: 'Für Gucker 📺', teaser: 'Basisteaser', locale: 'de' });
      const base = await get(`/articles/${now().written.article}`);
      expect(base.body.data.title).toBe('Base title');
    });

    it('personalises entries and lists, hides entries, and counts and pages what is left', async () => {
      const one = await personal(`/articles/${now().written.article}?personalize=true`, FAN);
      expect(one.body.data.title).toBe(`Telly ${NAME}`);
      await service('entryTargeting').set!(ARTICLE, now().written.plain, {
        interests: [{ tag: 'tv', weight: 20 }],
        onlyFor: ['fans'],
      });
      const page = (context: object, number: number) =>
        personal(
          `/articles?personalize=true&sort=slug&pagination[page]=${number}&pagination[pageSize]=2`,
          context,
        );
      const titles = ({ body }: any) => body.data.map(({ title }: any) => title);
      const first = await page(FAN, 1);
      expect(titles(first)).toEqual([`Telly ${NAME}`, 'Other title']);
      expect(first.body.meta.pagination).toMatchObject({ total: 3, pageCount: 2 });
      expect(titles(await page(FAN, 2))).toEqual(['Plain title']);
      const stranger = await page(STRANGER, 1);
      expect(titles(stranger)).toEqual(['Base title', 'Other title']);
      expect(stranger.body.meta.pagination).toMatchObject({ total: 2, pageCount: 1 });
      expect(titles(await page(STRANGER, 2))).toEqual([]);
      const filtered = await personal(
        `/articles?personalize=true&filters[title][$containsi]=PLAIN&pagination[withCount]=false`,
        FAN,
      );
      expect(titles(filtered)).toEqual(['Plain title']);
      expect(await service('entryTargeting').get!(ARTICLE, now().written.plain)).toMatchObject({
        interests: [{ tag: 'tv', weight: 20 }],
        onlyFor: ['fans'],
      });
    });

    it('refuses text that a database could not keep, and finds no entry by it', async () => {
      for (const name of ['nul \0 here', 'half \ud83d here']) {
        const body = JSON.stringify({ name, rule: { 'campaign.name': 'x' } });
        const created = await now()
          .running.http.post('/contextual/audiences')
          .set('Authorization', `Bearer ${await now().running.adminToken()}`)
          .set('Content-Type', 'application/json')
          .send(body);
        expect([created.status, created.body.error?.details?.code]).toEqual([400, 'audience-invalid']);
        const answer = await decide(FAN, { contentType: ARTICLE, documentId: name });
        expect(answer.error.code).toBe('entry-not-found');
        expect((await decide(FAN, { contentType: ARTICLE, uid: name })).error.code).toBe('entry-not-found');
      }
      expect((await now().admin.get('/audiences/nul%00here')).status).toBe(404);
      expect((await now().admin.get('/audiences?search=nul%00here')).status).toBe(400);
    });

    mainJobEdits(job);

    it('counts what happens, reports it, and forgets a visitor', async () => {
      const unit = { kind: 'visitor' as const, id: 'visitor 📺' };
      const { decisions } = await decide({ ...FAN, unit, consent: { personalization: true } }, article());
      const { receipt } = decisions[0];
      const before = { occurredAt: new Date(Date.now() - 60_000).toISOString() };
      const events = [
        event('exposure', unit, { ...before, receipt, dimensions: { city: 'Zürich 🏔', device: 'phone' } }),
        event('interaction', unit, { entry: article() }),
        event('conversion', unit, { goal: 'order', value: 12.34, currency: 'EUR' }),
        event('conversion', unit, { goal: 'nonsense 📺' }),
      ];
      const send = async () => {
        const { body } = await now()
          .running.http.post('/api/contextual/collect')
          .send(batch(...events))
          .expect(200);
        return body.data.map(({ status, code }: any) => code ?? status);
      };
      const outcomes = await send();
      expect(outcomes.slice(0, 3)).toEqual(['accepted', 'accepted', 'accepted']);
      expect((await send()).slice(0, 3)).toEqual(['duplicate', 'duplicate', 'duplicate']);

      const reported = async () => {
        const { status, body } = await now().admin.get('/results/guide');
        expect(status).toBe(200);
        return body.data;
      };
      const report = await reported();
      const arms = report.unitKinds.flatMap(({ groups }: any) => groups.flatMap((group: any) => group.arms));
      expect(arms).toContainEqual(
        expect.objectContaining({ variant: 'telly', units: 1, exposures: 1, conversions: 1, value: 12.34 }),
      );

      const token = await apiToken(now().running.strapi, ['plugin::contextual.privacy.erase']);
      const erased = await now()
        .running.http.post('/api/contextual/erase')
        .set('Authorization', `Bearer ${token}`)
        .send({ visitorId: unit.id });
      expect(erased.body).toEqual({ data: { events: expect.any(Number), participations: 1 } });
      expect(await reported()).toEqual(report);
      const left = await now()
        .running.strapi.db.getConnection('contextual_participations')
        .count({ count: '*' });
      expect(Number(left[0].count)).toBe(0);
      expect((await send()).slice(0, 3)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    });

    it('loses the variants of an entry with the entry, and nothing else', async () => {
      await documents(ARTICLE).delete({ documentId: now().written.other, locale: '*' });
      const contents = await service('variants').contentsOfExperience!('guide');
      expect(contents.map(({ entry }: any) => entry.documentId)).toEqual([now().written.article]);
      expect(await query(SIBLING).count({ where: { title: { $startsWith: 'Telly' } } })).toBe(2);
      expect((await decide(FAN, article())).variantKey).toBe('guide.telly');
      await service('experiences').move!('guide', 'end');
      expect((await decide(FAN, article())).variantKey).toBe('');
    });
  });
}
