import attention from './attention.json';
import audiences from './audiences.json';
import common from './common.json';
import contentTypeBuilder from './content-type-builder.json';
import entryPanel from './entry-panel.json';
import experiences from './experiences.json';
import goals from './goals.json';
import interests from './interests.json';
import results from './results.json';
import settings from './settings.json';

/** Every text of the panel in English; an area's keys begin with the area. */
export const en = {
  ...common,
  ...experiences,
  ...audiences,
  ...interests,
  ...goals,
  ...settings,
  ...results,
  ...attention,
  ...entryPanel,
  ...contentTypeBuilder,
};

/** Name of a text. */
export type TextKey = keyof typeof en;
