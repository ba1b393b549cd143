import type { AdminClient } from '../../support/admin-client';
import type { RunningApp } from '../../support/boot';

export const BANNER = 'api::banner.banner';

/** A variant for the audience `germans`. */
export const forGermans = { code: 'de', name: 'For Germans', audiences: ['germans'] };

/** The part of the variants' service that these tests write content with. */
interface VariantsService {
  create(experience: string, input: object): Promise<{ code: string; share: number }>;
  update(experience: string, code: string, change: object): Promise<unknown>;
  findOne(experience: string, code: string): Promise<{ share: number }>;
  addContent(experience: string, variant: string, input: object): Promise<unknown>;
}

export const variantsOf = (app: RunningApp) =>
  app.strapi.plugin('contextual').service('variants') as unknown as VariantsService;

let banners = 0;

async function createBanner(app: RunningApp): Promise<string> {
  const documents = app.strapi.documents(BANNER as never) as unknown as {
    create(params: object): Promise<{ documentId: string }>;
  };
  const label = `Banner ${++banners}`;
  const { documentId } = await documents.create({
    data: { label, slug: `banner-${banners}`, headline: 'For everyone' },
  });
  return documentId;
}

/** Makes experiences over one banner, each variant filling its headline. */
export const experienceMaker =
  (app: RunningApp, admin: AdminClient) =>
  async (code: string, fields: object, given: readonly object[], banner?: string) => {
    const entry = { contentType: BANNER, documentId: banner ?? (await createBanner(app)) };
    const created = await admin.post('/experiences', {
      code,
      name: `Name of ${code}`,
      entries: [entry],
      ...fields,
    });
    expect(created.status).toBe(201);
    for (const variant of given) {
      const { code: variantCode } = await variantsOf(app).create(code, variant);
      await variantsOf(app).addContent(code, variantCode, {
        entry,
        data: { headline: `For ${variantCode}` },
      });
    }
    return entry;
  };

/** What a refusal says. */
export const refusal = ({ status, body }: { status: number; body: any }) => ({
  status,
  code: body.error?.details?.code,
  issues: (body.error?.details?.issues ?? []).map((found: any) => found.code),
});

/** Weights versions, newest first. */
export const versionsOf = async (admin: AdminClient, code: string) =>
  (await admin.get(`/experiences/${code}/weights-versions`)).body.data;
