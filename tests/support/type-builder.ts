import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuilderType } from '../../admin/src/content-type-builder/builder-forms';
import { tidySchema } from '../../admin/src/content-type-builder/tidy-schema';
import type { RunningApp, TestApp } from './boot';
import { REPOSITORY } from './plugin-under-test';

/**
 * The Content-Type Builder as its panel works: Strapi's own reducer holds what is edited, its own function
 * makes the request of it, and the request is the panel's.
 */
export interface TypeBuilder {
  /** One step of somebody who edits, for example `deleteComponent`, by the reducer's name for it. */
  edit(action: BuilderAction, payload: unknown): void;
  /** The content type as it stands in the editor. */
  type(uid: string): BuilderType & Record<string, any>;
  /** Ticks or clears a box of one attribute. */
  setVariable(uid: string, attribute: string, variable: boolean): void;
  setEnabled(uid: string, enabled: boolean): void;
  /** Content types that a save would send. */
  uidsToSend(options?: SaveOptions): string[];
  /** Saves over HTTP, and fails when that is refused. Strapi is then to be stopped and booted again. */
  save(options?: SaveOptions): Promise<void>;
}

export interface SaveOptions {
  /** false: as a panel would save that knows nothing of the plugin's panel half. */
  readonly withPanelHalf?: boolean;
}

type BuilderAction =
  | 'addAttribute'
  | 'editAttribute'
  | 'removeField'
  | 'createSchema'
  | 'updateSchema'
  | 'deleteComponent'
  | 'deleteContentType';

interface BuilderState {
  current: {
    components: Record<string, any>;
    contentTypes: Record<string, any>;
    initialContentTypes: Record<string, any>;
  };
}

const CONTEXTUAL = 'contextual';
const PANEL = path.join(
  REPOSITORY,
  'node_modules/@strapi/content-type-builder/dist/admin/components/DataManager',
);

/** Opens it on what the server says now. */
export async function openTypeBuilder({ http, strapi, adminToken }: RunningApp): Promise<TypeBuilder> {
  const { reducer, actions } = require(path.join(PANEL, 'reducer.js')) as {
    reducer(state: BuilderState | undefined, action: unknown): BuilderState;
    actions: Record<string, (payload: unknown) => unknown>;
  };
  const { stateToRequestData } = require(path.join(PANEL, 'utils/cleanData.js')) as {
    stateToRequestData(types: object): { requestData: { contentTypes: { uid: string }[] } };
  };
  strapi.config.set('autoReload', true); // As `strapi develop` has it; otherwise the builder only reads.
  const authorization = `Bearer ${await adminToken()}`;
  const { body } = await http.get('/content-type-builder/schema').set('Authorization', authorization);
  const unchanged = (types: Record<string, object>) =>
    Object.fromEntries(Object.entries(types).map(([uid, type]) => [uid, { ...type, status: 'UNCHANGED' }]));
  let state = reducer(
    undefined,
    actions.init?.({
      components: unchanged(body.data.components),
      contentTypes: unchanged(body.data.contentTypes),
      reservedNames: {},
    }),
  );

  const request = ({ withPanelHalf = true }: SaveOptions = {}) => {
    const { components, contentTypes, initialContentTypes } = state.current;
    const saved = Object.fromEntries(
      Object.entries(contentTypes).map(([uid, type]) => [
        uid,
        withPanelHalf ? tidySchema(type, initialContentTypes[uid]) : type,
      ]),
    );
    return stateToRequestData({ components, contentTypes: saved }).requestData;
  };
  const type = (uid: string) => state.current.contentTypes[uid];
  const edit = (action: BuilderAction, payload: unknown) => {
    state = reducer(state, actions[action]?.(payload));
  };
  const withOption = (options: any, option: object) => ({
    ...options,
    [CONTEXTUAL]: { ...options?.[CONTEXTUAL], ...option },
  });

  return {
    edit,
    type,
    setVariable(uid, name, variable) {
      const attribute = type(uid).attributes.find((each: { name: string }) => each.name === name);
      const pluginOptions = withOption(attribute.pluginOptions, { variable });
      const attributeToSet = { ...attribute, pluginOptions };
      edit('editAttribute', { name, attributeToSet, forTarget: 'contentType', targetUid: uid });
    },
    setEnabled(uid, enabled) {
      const { info, kind, options, pluginOptions } = type(uid);
      const data = {
        displayName: info.displayName,
        kind,
        draftAndPublish: options?.draftAndPublish,
        pluginOptions: withOption(pluginOptions, { enabled }),
      };
      edit('updateSchema', { uid, data });
    },
    uidsToSend: (options) => request(options).contentTypes.map(({ uid }) => uid),
    async save(options) {
      // A restart would end the process of the tests; the caller boots again instead.
      Object.defineProperty(strapi, 'reload', { value: () => undefined, configurable: true });
      const response = await http
        .post('/content-type-builder/update-schema')
        .set('Authorization', authorization)
        .send({ data: request(options) });
      if (response.status !== 200) throw new Error(`not saved: ${JSON.stringify(response.body)}`);
    },
  };
}

/** A schema file of the project, as the Content-Type Builder left it. */
export const schemaFile = (app: TestApp, name: string): Record<string, any> =>
  JSON.parse(
    readFileSync(path.join(app.folder, 'src/api', name, 'content-types', name, 'schema.json'), 'utf8'),
  );

/** Did anything write our types into the project? */
export const hasOurTypesOnDisk = (app: TestApp): boolean =>
  existsSync(path.join(app.folder, 'src/extensions', CONTEXTUAL));
