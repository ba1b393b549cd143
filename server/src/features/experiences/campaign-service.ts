import { z } from '@strapi/utils';
import { issue } from '../../../../src/foundation/issue';
import type { CampaignChange, CampaignInput, CampaignRecord } from '../../../../src/protocol/campaigns';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import {
  codeInput,
  compact,
  createRecordStore,
  descriptionInput,
  invalid,
  momentInput,
  nameInput,
  parseInput,
  type RecordService,
  requiredText,
  type Row,
  stampOf,
  text,
  timeZoneInput,
  updatedAtInput,
  type UsedCodes,
} from '../records';
import { endsBeforeItStarts } from './schedule';

/** Dated bundles of experiences. */
export interface CampaignService extends RecordService<CampaignRecord> {
  create(input: CampaignInput | unknown): Promise<CampaignRecord>;
  update(code: string, change: CampaignChange | unknown): Promise<CampaignRecord>;
}

const INPUT = z.strictObject({
  code: codeInput.optional(),
  name: nameInput,
  description: descriptionInput.nullish(),
  startsAt: momentInput.nullish(),
  endsAt: momentInput.nullish(),
  timeZone: timeZoneInput.optional(),
});
const CHANGE = INPUT.omit({ code: true }).partial().extend({ updatedAt: updatedAtInput });

/** Makes the service of campaigns. @param timeZone IANA; of new ones that name none. */
export function createCampaignService(
  strapi: Strapi,
  usedCodes: UsedCodes,
  timeZone: string,
): CampaignService {
  const store = createRecordStore(strapi, usedCodes, {
    uid: UID.campaign,
    kind: 'campaign',
    label: 'campaign',
    fromRow,
  });
  return {
    find: (query = {}) => store.page(query),
    findOne: (code) => store.require(code),
    async create(input) {
      const { code, ...data } = parseInput(INPUT, input, 'campaign');
      const dated = { timeZone, ...data };
      checkDates(dated);
      return store.insert(dated, code, data.name);
    },
    async update(code, change) {
      const { updatedAt, ...data } = parseInput(CHANGE, change, 'campaign');
      return store.change(code, updatedAt, async (current) => {
        checkDates({ ...current, ...data });
        return data;
      });
    },
    remove: (code) =>
      store.remove(code, async () => {
        const rows = (await strapi.db.query(UID.experience).findMany({ where: { campaign: code } })) as Row[];
        if (rows.length === 0) return;
        const names = rows.slice(0, 5).map((row) => `"${requiredText(row, 'name')}"`);
        throw new Problem({
          status: 409,
          code: 'campaign-in-use',
          message: `Take ${names.join(', ')} out of the campaign "${code}" before you delete it.`,
        });
      }),
  };
}

const checkDates = (dates: Parameters<typeof endsBeforeItStarts>[0]): void => {
  if (!endsBeforeItStarts(dates)) return;
  throw invalid('campaign', [issue('ends-before-start', ['endsAt'], 'Let it end after it starts.')]);
};

const fromRow = (row: Row): CampaignRecord =>
  compact({
    ...stampOf(row),
    name: requiredText(row, 'name'),
    description: text(row, 'description'),
    startsAt: text(row, 'startsAt'),
    endsAt: text(row, 'endsAt'),
    timeZone: requiredText(row, 'timeZone'),
  });
