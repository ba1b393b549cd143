import { manifestSteps } from '../../../../src/manifest/build-manifest';
import type { Engine } from '../../../../src/manifest/engine';
import { loadManifest } from '../../../../src/manifest/load-manifest';
import type { ManifestRecords } from '../../../../src/manifest/manifest';
import type { InTurns } from './in-turns';

/** Makes the engine of the records from the one before, which is still asked meanwhile. */
export type CompileRecords = (records: ManifestRecords, previous: Engine) => Promise<Engine>;

/**
 * Records come fresh from the database, so each is compared with what the engine before was made of: in turns with
 * requests, since there are thousands. Then only what an edit changed is made anew.
 *
 * An audience whose rule cannot be used (an import, an attribute that the project no longer declares) matches
 * nobody: that is said in the log, once for each rule, and nowhere else.
 */
export function createCompileRecords(warnOnce: (message: string) => void, inTurns: InTurns): CompileRecords {
  return async (records, previous) => {
    const manifest = await inTurns(manifestSteps(records, { previous: previous.manifest }));
    const engine = loadManifest(manifest, { previous });
    for (const { code, issues } of engine.invalidAudiences) {
      const [first] = issues;
      const where = first?.path.length ? ` at ${first.path.join('.')}` : '';
      warnOnce(
        `contextual: audience "${code}" matches nobody, its rule is not valid${where}. ${first?.message ?? ''}`,
      );
    }
    return engine;
  };
}
