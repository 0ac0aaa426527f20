import type { MinutesRecording } from '../minutesScribe.js';

/** The address of a recording that takes a time behind `#t=`: short ones of a well-known site do not. */
export function recordingAddress({ url }: MinutesRecording): string {
  return url.replace(/^https:\/\/youtu\.be\//, 'https://www.youtube.com/watch?v=');
}
