import { version } from '../../../package.json';

/** The name and version that minutes bear. */
export const generator = `Meetlog ${version}`;
