import type { Context } from 'koa';
import type { SettingsResponse } from '../../../../src/protocol/settings';
import { handle } from '../../http/problem';
import { adminRoute } from '../../http/routes';
import { adminBody, answer, type Controller } from '../records';
import type { SettingsService } from './settings-service';

/** The panel's API of settings. */
export const settingsController = (service: SettingsService): Controller => ({
  get: handle(async (): Promise<SettingsResponse> => answer(await service.load())),
  update: handle(
    async (ctx): Promise<SettingsResponse> =>
      answer(await service.update(adminBody(ctx), administratorOf(ctx))),
  ),
});

export const settingsRoutes = [
  adminRoute('GET', '/settings', 'settings.get', 'settings.read'),
  adminRoute('PUT', '/settings', 'settings.update', 'settings.write'),
];

/** Id of the logged-in administrator: enough for an audit, no address in the log. */
const administratorOf = (ctx: Context): string => {
  const user = (ctx.state as { user?: { id?: unknown } }).user;
  return `administrator ${String(user?.id ?? 'unknown')}`;
};
