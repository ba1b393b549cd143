import { openMainJob } from './main-job';
import { ARTICLE, FAN, SIBLING } from './main-job-content';
import { batch, event } from './counting';

import type { Place } from './ingest-suite';

/**
 * Each test edits elsewhere in Strapi as an administrator does, and looks at what that did to our records, on
 * every database.
 */
export function keepHonestSuite(database: string, place?: Place): void {
  describe(`records on ${database}`, () => {
    jest.setTimeout(120_000);
    const job = openMainJob(place);
    const { service, documents, query, decide } = job;
    const variants = () => service('variants') as any;

    const BANNER = 'api::banner.banner';
    const LINK = 'plugin::contextual.variant-content';
    let count = 0;

    /** Calls Strapi's own administration as the super admin. */
    async function strapi(method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) {
      const { running } = job.now();
      const request = running.http[method](path).set('Authorization', `Bearer ${await running.adminToken()}`);
      return body === undefined ? request : request.send(body);
    }
    const manager = (method: 'get' | 'post' | 'put' | 'delete', uid: string, rest: string, body?: object) =>
      strapi(method, `/content-manager/collection-types/${uid}${rest}`, body);

    /** What the panel says now. */
    async function attention() {
      const answer = await job.now().admin.get('/attention');
      expect(answer.status).toBe(200);
      const items: any[] = answer.body.data;
      return {
        items,
        affected: answer.body.meta.affected as any[],
        of: (code: string) => items.filter((item) => item.experience?.code === code),
        codesOf: (code: string) =>
          items.filter((item) => item.experience?.code === code).map((item) => item.code as string),
      };
    }

    const publishedArticle = async (title: string) => {
      const base = await documents(ARTICLE).create({
        locale: 'en',
        status: 'published',
        data: { title, slug: `${title}-${++count}`, teaser: 'Base teaser' },
      });
      return { contentType: ARTICLE, documentId: base.documentId as string };
    };

    /** A running experience over published articles in English and German, with a published variant for fans. */
    async function running(data: object = { title: 'For fans' }, articles = 1) {
      const code = `door-${++count}`;
      const entries = [];
      await service('experiences').create!({ code, name: `The ${code}`, holdout: 0 });
      await variants().create(code, { code: 'one', name: 'One', audiences: ['fans'] });
      for (let index = 0; index < articles; index += 1) {
        const entry = await publishedArticle(code);
        const german = { title: 'Basis', slug: `${code}-basis-${index}`, teaser: 'Basisteaser' };
        await documents(ARTICLE).update({
          documentId: entry.documentId,
          locale: 'de',
          data: german,
          status: 'published',
        });
        await variants().addContent(code, 'one', { entry, locale: 'en', data });
        await variants().addContent(code, 'one', { entry, locale: 'de', data: { title: 'Für Fans' } });
        await variants().publishContent({ experience: code, variant: 'one', entry }, '*');
        entries.push(entry);
      }
      await service('experiences').move!(code, 'start');
      const contents = (await variants().contentsOfExperience(code)).map((one: any) => one.variantDocumentId);
      return {
        code,
        entries,
        entry: entries[0]!,
        contents: contents as string[],
        content: contents[0] as string,
      };
    }

    const shownTo = async (entry: object, locale = 'en') => {
      const decided = await decide(FAN, { ...entry, locale });
      return (
        decided.error?.code ?? decided.decisions.map(({ variant, reason }: any) => `${variant} ${reason}`)
      );
    };
    const titleFor = async ({ documentId }: { documentId: string }, locale = 'en') => {
      const answer = await job.personal(`/articles/${documentId}?personalize=true&locale=${locale}`, FAN);
      return answer.status === 200 ? answer.body.data.title : answer.status;
    };
    const linksOf = ({ documentId }: { documentId: string }) =>
      query(LINK).count({ where: { entryDocumentId: documentId } });
    const entriesOf = async (code: string) => (await service('experiences').findOne!(code)).entries;
    const localesOf = async (uid: string, documentId: string) => {
      const rows: { locale: string }[] = await query(uid).findMany({ where: { documentId } });
      return [...new Set(rows.map(({ locale }) => locale))].sort();
    };

    describe('a base entry that is deleted in the Content Manager', () => {
      it('takes its variants along; the panel tells it, and names what runs without an entry now', async () => {
        const { code, entry, content } = await running();
        expect(await shownTo(entry)).toEqual(['one audience']);
        const { status } = await manager('delete', ARTICLE, `/${entry.documentId}?locale=*`);
        expect(status).toBe(200);
        expect(await linksOf(entry)).toBe(0);
        expect(await query(SIBLING).count({ where: { documentId: content } })).toBe(0);
        expect(await entriesOf(code)).toEqual([]);
        const { affected, of } = await attention();
        expect(affected[0]).toEqual({
          code: 'entry-deleted',
          at: expect.stringMatching(/^\d{4}-.*Z$/),
          ...entry,
          experiences: [{ code, name: `The ${code}` }],
          contents: 1,
        });
        // The variant lost its last content with the entry.
        expect(of(code)).toEqual([
          { code: 'no-entries', severity: 'error', experience: { code, name: `The ${code}` } },
          {
            code: 'content-missing',
            severity: 'error',
            experience: { code, name: `The ${code}` },
            variant: { code: 'one', name: 'One' },
          },
        ]);
      });

      it('together with others leaves the experience with those that are left, none forgotten', async () => {
        const { code, entries } = await running({ title: 'For fans' }, 4);
        const documentIds = entries.slice(0, 3).map(({ documentId }) => documentId);
        for (const locale of ['de', 'en']) {
          const path = `/actions/bulkDelete?locale=${locale}`;
          const { status, body } = await manager('post', ARTICLE, path, { documentIds });
          expect([status, body]).toEqual([200, { count: 3 }]);
        }
        expect(await entriesOf(code)).toEqual([entries[3]]);
        for (const entry of entries.slice(0, 3)) expect(await linksOf(entry)).toBe(0);
        expect(await shownTo(entries[3]!)).toEqual(['one audience']);
        const { affected, codesOf } = await attention();
        const told = affected.slice(0, 6).map((one) => `${one.code} ${one.locale} ${one.contents}`);
        expect(told).toEqual([
          ...Array<string>(3).fill('entry-deleted undefined 1'),
          ...Array<string>(3).fill('locale-deleted de 1'),
        ]);
        expect(codesOf(code)).toEqual([]);
      });

      it('in one language takes that language of its variants, and says which', async () => {
        const { code, entry, content } = await running();
        const { status } = await manager('delete', ARTICLE, `/${entry.documentId}?locale=de`);
        expect(status).toBe(200);
        expect(await localesOf(SIBLING, content)).toEqual(['en']);
        expect(await titleFor(entry, 'en')).toBe('For fans');
        const { affected, codesOf } = await attention();
        expect(affected[0]).toMatchObject({ code: 'locale-deleted', ...entry, locale: 'de', contents: 1 });
        expect(affected[0].experiences).toEqual([{ code, name: `The ${code}` }]);
        expect(codesOf(code)).toEqual([]);
      });

      it('without variants or targeting is nobody’s concern', async () => {
        const entry = await publishedArticle('plain');
        const before = (await attention()).affected[0];
        await manager('delete', ARTICLE, `/${entry.documentId}?locale=*`);
        expect((await attention()).affected[0]).toEqual(before);
      });
    });

    describe('a base entry that is unpublished in the Content Manager', () => {
      it('is not delivered, keeps variants and targeting, and is delivered again once it is published', async () => {
        const { code, entry, content } = await running();
        const targeting = { interests: [{ tag: 'tv', weight: 70 }], onlyFor: ['fans'], notFor: [] };
        await service('entryTargeting').set!(ARTICLE, entry.documentId, targeting);
        const act = (action: string, locale: string) =>
          manager('post', ARTICLE, `/${entry.documentId}/actions/${action}?locale=${locale}`, {});
        expect((await act('unpublish', 'en')).status).toBe(200);
        expect(await titleFor(entry)).toBe(404);
        expect(await titleFor(entry, 'de')).toBe('Für Fans');
        const one = await attention();
        expect(one.affected[0]).toMatchObject({
          code: 'entry-unpublished',
          ...entry,
          locale: 'en',
          contents: 1,
        });
        expect(one.of(code)).toEqual([
          {
            code: 'entry-unpublished',
            severity: 'warning',
            experience: { code, name: `The ${code}` },
            entry,
            locale: 'en',
          },
        ]);
        await act('unpublish', 'de');
        const both = (await attention()).of(code);
        expect(both).toEqual([expect.not.objectContaining({ locale: expect.anything() })]);
        expect(both[0].code).toBe('entry-unpublished');
        expect(await localesOf(SIBLING, content)).toEqual(['de', 'en']);
        expect(await service('entryTargeting').get!(ARTICLE, entry.documentId)).toMatchObject(targeting);
        for (const locale of ['en', 'de']) await act('publish', locale);
        expect(await titleFor(entry)).toBe('For fans');
        expect((await attention()).codesOf(code)).toEqual([]);
      });

      it('in bulk is told for each, and not for what was not published', async () => {
        const { entries } = await running({ title: 'For fans' }, 2);
        const documentIds = entries.map(({ documentId }) => documentId);
        const call = () => manager('post', ARTICLE, '/actions/bulkUnpublish?locale=en', { documentIds });
        expect((await call()).body).toEqual({ count: 2 });
        for (const entry of entries) expect(await titleFor(entry)).toBe(404);
        const { affected } = await attention();
        expect(
          affected
            .slice(0, 2)
            .map(({ code, documentId }) => [code, documentId])
            .sort(),
        ).toEqual(documentIds.map((documentId) => ['entry-unpublished', documentId]).sort());
        await call();
        expect((await attention()).affected[0]).toEqual(affected[0]);
        await manager('post', ARTICLE, '/actions/bulkPublish', { documentIds, locale: ['en'] });
        for (const entry of entries) expect(await titleFor(entry)).toBe('For fans');
      });
    });

    describe('a language that is removed from the project', () => {
      it('leaves the variants in the others, and takes along what had no other', async () => {
        const { code, entry, content } = await running();
        const added = await strapi('post', '/i18n/locales', { code: 'fr', name: 'French', isDefault: false });
        expect([200, 201]).toContain(added.status);
        await documents(ARTICLE).update({
          documentId: entry.documentId,
          locale: 'fr',
          data: { title: 'Base', slug: 'francais' },
          status: 'published',
        });
        await variants().addContent(code, 'one', { entry, locale: 'fr', data: { title: 'Pour les fans' } });
        await variants().publishContent({ experience: code, variant: 'one', entry }, 'fr');
        const lone = await documents(ARTICLE).create({ locale: 'fr', data: { title: 'Seul', slug: 'seul' } });
        const loneEntry = { contentType: ARTICLE, documentId: lone.documentId as string };
        await variants().addContent(code, 'one', { entry: loneEntry, locale: 'fr', data: { title: 'S' } });
        expect((await strapi('delete', `/i18n/locales/${added.body.id}`)).status).toBe(200);
        expect(await localesOf(SIBLING, content)).toEqual(['de', 'en']);
        expect(await linksOf(loneEntry)).toBe(0);
        expect(await entriesOf(code)).toEqual([entry]);
        expect(await titleFor(entry)).toBe('For fans');
        const { affected, codesOf } = await attention();
        const told = affected.slice(0, 2);
        expect(told.map((one) => one.code).sort()).toEqual(['entry-deleted', 'locale-deleted']);
        expect(told.find((one) => one.code === 'locale-deleted')).toMatchObject({ locale: 'fr' });
        for (const one of told) expect(one.experiences).toEqual([{ code, name: `The ${code}` }]);
        expect(codesOf(code)).toEqual([]);
      });
    });

    describe('a copy', () => {
      it('of a base entry keeps its interests and audiences; variants stay with the original', async () => {
        const { code, entry } = await running();
        const targeting = { interests: [{ tag: 'tv', weight: 70 }], onlyFor: ['fans'], notFor: [] };
        await service('entryTargeting').set!(ARTICLE, entry.documentId, targeting);
        const { status, body } = await manager('post', ARTICLE, `/clone/${entry.documentId}`, {
          title: 'The copy',
          slug: 'the-copy',
        });
        expect(status).toBe(200);
        const copy = { contentType: ARTICLE, documentId: body.data.documentId as string };
        expect(copy.documentId).not.toBe(entry.documentId);
        expect(await service('entryTargeting').get!(ARTICLE, copy.documentId)).toEqual({
          ...copy,
          ...targeting,
        });
        expect(await linksOf(copy)).toBe(0);
        expect(await entriesOf(code)).toEqual([entry]);
        await manager('post', ARTICLE, `/${copy.documentId}/actions/publish?locale=en`, {});
        expect(await shownTo(copy)).toEqual([]);
        // The original keeps its own: none were moved.
        expect(await service('entryTargeting').get!(ARTICLE, entry.documentId)).toMatchObject(targeting);
      });

      it('of variant content belongs to nobody, is delivered to nobody, and is listed until it is deleted', async () => {
        const banner = await documents(BANNER).create({ data: { label: 'b', slug: 'b', headline: 'Base' } });
        const entry = { contentType: BANNER, documentId: banner.documentId };
        await service('experiences').create!({ code: 'strip', name: 'Strip', holdout: 0 });
        await variants().create('strip', { code: 'one', name: 'One', audiences: ['fans'] });
        const made = await variants().addContent('strip', 'one', { entry, data: { headline: 'For fans' } });
        const uid = made.variantContentType as string;
        const copied = [
          await manager('post', uid, `/auto-clone/${made.variantDocumentId}`, {}),
          await manager('post', uid, `/clone/${made.variantDocumentId}`, { headline: 'Copy' }),
          await manager('post', uid, '', { headline: 'Made in the list' }),
        ];
        const strays: string[] = copied.map(({ body }) => body.data.documentId);
        expect(strays.every((id) => typeof id === 'string' && id !== made.variantDocumentId)).toBe(true);
        const orphans = async () =>
          (await attention()).items
            .filter((item) => item.code === 'content-orphaned' && item.content.contentType === uid)
            .map((item) => item.content.documentId)
            .sort();
        expect(await orphans()).toEqual([...strays].sort());
        expect(await variants().contentsOfExperience('strip')).toHaveLength(1);
        const before = (await attention()).affected[0];
        await manager('post', uid, '/actions/bulkDelete', { documentIds: strays });
        expect(await orphans()).toEqual([]);
        expect((await attention()).affected[0]).toEqual(before);
      });
    });

    describe('variant content in the Content Manager', () => {
      it('unpublished and published in bulk stops and starts being delivered', async () => {
        const { code, entries, contents } = await running({ title: 'For fans' }, 2);
        await manager('post', SIBLING, '/actions/bulkUnpublish?locale=en', { documentIds: contents });
        for (const entry of entries) expect(await titleFor(entry)).toBe(code);
        // German is still there, so the variant as a whole is not silent.
        const partly = await attention();
        expect(partly.affected[0]).toMatchObject({ code: 'content-unpublished', locale: 'en', contents: 1 });
        expect(partly.codesOf(code)).toEqual([]);
        await manager('post', SIBLING, '/actions/bulkUnpublish?locale=de', { documentIds: contents });
        expect((await attention()).of(code)).toEqual([
          {
            code: 'content-unpublished',
            severity: 'error',
            experience: { code, name: `The ${code}` },
            variant: { code: 'one', name: 'One' },
            count: 2,
          },
        ]);
        await manager('post', SIBLING, '/actions/bulkPublish', {
          documentIds: contents,
          locale: ['en', 'de'],
        });
        for (const entry of entries) expect(await titleFor(entry)).toBe('For fans');
        expect((await attention()).codesOf(code)).toEqual([]);
      });

      it('deleted to the last one leaves the experience running, base for all, and a line that says so', async () => {
        const { code, entry, contents } = await running();
        for (const locale of ['de', 'en']) {
          const path = `/actions/bulkDelete?locale=${locale}`;
          expect((await manager('post', SIBLING, path, { documentIds: contents })).status).toBe(200);
        }
        expect(await linksOf(entry)).toBe(0);
        expect(await titleFor(entry)).toBe(code);
        expect(await shownTo(entry)).toEqual(['base base-no-match']);
        const { affected, codesOf } = await attention();
        expect(affected[0]).toMatchObject({ code: 'content-deleted', ...entry, contents: 1 });
        expect(affected.slice(0, 2).map(({ locale }) => locale)).toEqual([undefined, 'de']);
        expect(codesOf(code)).toEqual(['content-missing']);
      });

      it('deleted in one language is told with it', async () => {
        const { entry, content } = await running();
        await manager('delete', SIBLING, `/${content}?locale=de`);
        expect(await linksOf(entry)).toBe(1);
        expect((await attention()).affected[0]).toMatchObject({
          code: 'content-deleted',
          ...entry,
          locale: 'de',
          contents: 1,
        });
      });

      it('deleted together with its variant in the panel is no news', async () => {
        const { code, content } = await running();
        await service('experiences').move!(code, 'pause');
        const before = (await attention()).affected[0];
        await variants().remove(code, 'one');
        expect(await query(SIBLING).count({ where: { documentId: content } })).toBe(0);
        expect((await attention()).affected[0]).toEqual(before);
      });
    });

    describe('a file that is deleted from the library', () => {
      const upload = async (name: string) => {
        const data = {
          name,
          hash: name,
          ext: '.png',
          mime: 'image/png',
          size: 1,
          url: `/uploads/${name}.png`,
        };
        return (await query('plugin::upload.file').create({ data: { ...data, provider: 'local' } }))
          .id as number;
      };
      const coverFor = async ({ documentId }: { documentId: string }) => {
        const path = `/articles/${documentId}?personalize=true&locale=en&populate=cover`;
        const { body } = await job.personal(path, FAN);
        return body.data.cover?.name;
      };

      it('gives way to the picture of base, and a variant that showed nothing else is named', async () => {
        await allowFiles();
        const [own, ofBase] = [await upload('variant-cover'), await upload('base-cover')];
        const { code, entry, content } = await running({ title: 'For fans', cover: own });
        const withCover = { documentId: entry.documentId, locale: 'en', data: { cover: ofBase } };
        await documents(ARTICLE).update({ ...withCover, status: 'published' });
        expect(await coverFor(entry)).toBe('variant-cover');
        for (const locale of ['en', 'de']) {
          await documents(SIBLING).update({ documentId: content, locale, data: { title: null } });
          await documents(SIBLING).publish({ documentId: content, locale });
        }
        expect((await strapi('delete', `/upload/files/${own}`)).status).toBe(200);
        expect(await coverFor(entry)).toBe('base-cover');
        const { affected, of } = await attention();
        expect(affected[0]).toMatchObject({
          code: 'media-deleted',
          ...entry,
          contents: 1,
          attributes: ['cover'],
          experiences: [{ code, name: `The ${code}` }],
        });
        expect(of(code)).toMatchObject([
          { code: 'content-empty', severity: 'error', entry, content: { documentId: content }, locale: 'de' },
          { code: 'content-empty', severity: 'error', entry, content: { documentId: content }, locale: 'en' },
        ]);
      });

      it('in a component of a variant, and several at once, is told with the attribute', async () => {
        const [first, second, nowhere] = [
          await upload('seo'),
          await upload('gallery'),
          await upload('nowhere'),
        ];
        const seo = { metaTitle: 'For fans', shareImage: first };
        const { entry } = await running({ title: 'For fans', seo, gallery: [second] });
        const told = (await attention()).affected.length;
        await strapi('delete', `/upload/files/${nowhere}`);
        expect((await attention()).affected).toHaveLength(told);
        const bulk = { fileIds: [first, second], folderIds: [] };
        expect((await strapi('post', '/upload/actions/bulk-delete', bulk)).status).toBe(200);
        const [later, earlier] = (await attention()).affected;
        expect([later.attributes, earlier.attributes].flat().sort()).toEqual(['gallery', 'seo']);
        for (const one of [later, earlier]) expect(one).toMatchObject({ code: 'media-deleted', ...entry });
        expect(await titleFor(entry)).toBe('For fans');
      });

      async function allowFiles() {
        const role = await query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
        const action = 'plugin::upload.content-api.find';
        await query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
      }
    });

    describe('results', () => {
      it('stay readable when the entry, the content and the variant are gone', async () => {
        const { code, entry } = await running();
        const unit = { kind: 'visitor' as const, id: 'somebody-who-saw-it' };
        const context = { ...FAN, unit, consent: { personalization: true } };
        const { decisions } = await decide(context, { ...entry, locale: 'en' });
        const sent = batch(event('exposure', unit, { receipt: decisions[0].receipt }));
        const collected = await job.now().running.http.post('/api/contextual/collect').send(sent).expect(200);
        expect(collected.body.data[0].status).toBe('accepted');
        const { admin } = job.now();
        const report = async () => (await admin.get(`/results/${code}`)).body.data;
        const armsOf = ({ unitKinds }: any) =>
          unitKinds.flatMap(({ groups }: any) => groups.flatMap(({ arms }: any) => arms));
        const before = await report();
        expect(armsOf(before)).toContainEqual(expect.objectContaining({ units: 1 }));

        await manager('delete', ARTICLE, `/${entry.documentId}?locale=*`);
        expect(await report()).toEqual(before);
        await service('experiences').move!(code, 'end');
        await variants().remove(code, 'one');
        const after = await report();
        expect({ ...after, status: before.status }).toEqual(before);
        const list = await admin.get('/results');
        expect(list.status).toBe(200);
        expect(list.body.data.find((one: any) => one.experience === code).unitKinds[0].units).toBe(1);
      });
    });

    describe('an entry that joins an experience while it is deleted', () => {
      it('is in it with its content, or gone from everywhere, but never half', async () => {
        const { code } = await running();
        const outcomes: string[] = [];
        for (let round = 0; round < 6; round += 1) {
          const entry = await publishedArticle(`race-${round}`);
          const join = () =>
            variants().addContent(code, 'one', { entry, locale: 'en', data: { title: 'Mine' } });
          const remove = () => documents(ARTICLE).delete({ documentId: entry.documentId, locale: '*' });
          const joining = round % 2 === 0 ? [join(), remove()] : [remove(), join()];
          outcomes.push(...(await Promise.allSettled(joining)).map(({ status }) => status));
          expect(await query(ARTICLE).count({ where: { documentId: entry.documentId } })).toBe(0);
          expect(await linksOf(entry)).toBe(0);
          expect(await entriesOf(code)).not.toContainEqual(entry);
        }
        expect(outcomes).toContain('fulfilled');
      });
    });
  });
}
