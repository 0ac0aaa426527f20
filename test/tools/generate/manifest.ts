import { type Setting, type SettingSchema, settingsTable } from '../../../server/src/settingsTable.js';

/** A setting in the manifest. */
export interface ManifestSetting extends Omit<Setting<unknown>, 'schema'>, SettingSchema {
  /** Its position in the settings editor, which otherwise sorts settings by name. */
  readonly order: number;
}

interface Manifest {
  readonly contributes: { readonly configuration: object };
}

/** The settings of the table, in its order. */
export const manifestSettings: Readonly<Record<string, ManifestSetting>> = Object.fromEntries(
  Object.entries(settingsTable).map(([key, { schema, ...setting }], order) => [key, { ...schema, order, ...setting }]),
);

/** The manifest with the settings of the table, and everything else unchanged. */
export function withSettings(manifest: Manifest): Manifest {
  const { contributes } = manifest;
  const configuration = { ...contributes.configuration, properties: manifestSettings };
  return { ...manifest, contributes: { ...contributes, configuration } };
}
