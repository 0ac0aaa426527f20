import { type Setting, settingsTable } from '../../../server/src/settingsTable.js';

/** A setting, as the manifest describes it. */
export type ManifestSetting = Omit<Setting<unknown>, 'schema'> & Setting<unknown>['schema'];

interface Manifest {
  readonly contributes: { readonly configuration: object };
}

/** The settings of the table, in its order. */
export const manifestSettings: Readonly<Record<string, ManifestSetting>> = Object.fromEntries(
  Object.entries(settingsTable).map(([key, { schema, ...setting }]) => [key, { ...schema, ...setting }]),
);

/** The manifest, with the settings of the table and all else as it is. */
export function withSettings(manifest: Manifest): Manifest {
  const { contributes } = manifest;
  const configuration = { ...contributes.configuration, properties: manifestSettings };
  return { ...manifest, contributes: { ...contributes, configuration } };
}
