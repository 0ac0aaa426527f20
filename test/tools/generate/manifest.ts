import { type Setting, type SettingSchema, settingsTable } from '../../../server/src/settingsTable.js';

/** A setting, as the manifest describes it. */
export interface ManifestSetting extends Omit<Setting<unknown>, 'schema'>, SettingSchema {
  /** Where the settings editor shows it, which else sorts settings by their names. */
  readonly order: number;
}

interface Manifest {
  readonly contributes: { readonly configuration: object };
}

/** The settings of the table, in its order. */
export const manifestSettings: Readonly<Record<string, ManifestSetting>> = Object.fromEntries(
  Object.entries(settingsTable).map(([key, { schema, ...setting }], order) => [key, { ...schema, order, ...setting }]),
);

/** The manifest, with the settings of the table and all else as it is. */
export function withSettings(manifest: Manifest): Manifest {
  const { contributes } = manifest;
  const configuration = { ...contributes.configuration, properties: manifestSettings };
  return { ...manifest, contributes: { ...contributes, configuration } };
}
