import type { TextKey } from '../en';
import attention from './attention.json';
import audiences from './audiences.json';
import common from './common.json';
import contentTypeBuilder from './content-type-builder.json';
import entryPanel from './entry-panel.json';
import experiences from './experiences.json';
import goals from './goals.json';
import interests from './interests.json';
import problems from './problems.json';
import results from './results.json';
import settings from './settings.json';

const texts: Readonly<Record<TextKey, string>> = {
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

/** Every text in German; the sentences of problems too, which the server says in English only. */
export const de: Readonly<Record<string, string>> = { ...texts, ...problems };
