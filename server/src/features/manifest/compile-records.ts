import { buildManifest } from '../../../../src/manifest/build-manifest';
import type { Engine } from '../../../../src/manifest/engine';
import { loadManifest } from '../../../../src/manifest/load-manifest';
import type { ManifestRecords } from '../../../../src/manifest/manifest';

/**
 * Makes the engine of the records. An audience whose rule cannot be used (an import, an attribute that the project
 * no longer declares) matches nobody: that is said in the log, once for each rule, and nowhere else.
 */
export function createCompileRecords(
  warnOnce: (message: string) => void,
): (records: ManifestRecords) => Engine {
  return (records) => {
    const engine = loadManifest(buildManifest(records));
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
