import { bots, defaultSettings, layouts, levels, problems, writers } from './tables.js';

/** A setting, as the manifest describes it. */
export interface ManifestSetting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
  readonly description?: string;
}

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, ManifestSetting>> };
  };
}

/** The manifest, with its settings as the tables have them and all else as it is. */
export function withSettings(manifest: Manifest): Manifest {
  const { contributes } = manifest;
  const { configuration } = contributes;
  const properties = Object.fromEntries(
    Object.entries(configuration.properties).map(([name, setting]) => [name, { ...setting, ...fromTables[name] }]),
  );
  return { ...manifest, contributes: { ...contributes, configuration: { ...configuration, properties } } };
}

/** What the tables say of settings. The rest of a setting (its text and scope) is written in the manifest. */
const fromTables: Readonly<Record<string, Partial<ManifestSetting> & Record<string, unknown>>> = {
  'meetlog.layout': { enum: ['auto', ...layouts.map(({ name }) => name)], default: 'auto' },
  'meetlog.bot': { enum: ['auto', ...bots.map(({ name }) => name)], default: 'auto' },
  'meetlog.minutes.format': { enum: writers.map(({ name }) => name), default: writers[0]?.name },
  'meetlog.minutes.bugCompatible': { default: defaultSettings.bugCompatible },
  'meetlog.minutes.mentions': { default: defaultSettings.mentions },
  'meetlog.minutes.withoutBot': { default: defaultSettings.withoutBot },
  'meetlog.minutes.logUrl': { default: defaultSettings.logUrl },
  'meetlog.minutes.timeZone': { default: defaultSettings.timeZone },
  'meetlog.codeLens.enable': { default: defaultSettings.codeLens },
  'meetlog.diagnostics.severity': {
    default: defaultSettings.severity,
    properties: Object.fromEntries(
      problems.map(({ code, about }) => [code, { enum: levels, markdownDescription: about }]),
    ),
  },
};
