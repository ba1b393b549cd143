import { PLUGIN_ID } from './plugin-id';

const may = (name: string) => `plugin::${PLUGIN_ID}.${name}`;

/**
 * What a role must have to see or do something. The server checks the same; here it spares people doors that are
 * shut, and tells them which permission to ask for.
 */
export const PERMISSIONS = {
  readAudiences: may('audiences.read'),
  writeAudiences: may('audiences.write'),
  readInterests: may('interests.read'),
  writeInterests: may('interests.write'),
  readGoals: may('goals.read'),
  writeGoals: may('goals.write'),
  readCampaigns: may('campaigns.read'),
  readExperiences: may('experiences.read'),
  writeExperiences: may('experiences.write'),
  startExperiences: may('experiences.start'),
  readEntries: may('entries.read'),
  writeEntries: may('entries.write'),
  readResults: may('results.read'),
  createPreview: may('preview.create'),
  readSettings: may('settings.read'),
  writeSettings: may('settings.write'),
} as const;

export type PermissionName = keyof typeof PERMISSIONS;

/** A role with any of these finds us in the menu. */
export const ANY_PAGE = (
  ['readExperiences', 'readAudiences', 'readInterests', 'readGoals', 'readResults', 'readSettings'] as const
).map((name) => ({ action: PERMISSIONS[name], subject: null }));
