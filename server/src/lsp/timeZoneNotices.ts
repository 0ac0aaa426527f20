import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { type MeetingLog, meetingAt } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { cleanText } from '../minutes/escape/clean.js';
import { timesOf } from '../minutes/fromMeeting.js';
import { timeZoneFault } from '../minutes/select.js';
import { inBackground } from './background.js';
import type { Subject } from './requests.js';

/** Tells the user that the time zone in the settings cannot be used for minutes, once for each log and reason. */
export class TimeZoneNotices {
  readonly #connection: Connection;
  readonly #told = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** To be called for each meeting whose minutes are written, with one of its lines. */
  atLine(subject: Subject, line: number): void {
    this.#check(subject, meetingAt(subject.log, line));
  }

  /** The same, with its index in the log. */
  atIndex(subject: Subject, index: number): void {
    this.#check(subject, subject.log.meetings[index]);
  }

  forget(uri: string): void {
    this.#told.delete(uri);
  }

  #check({ uri, log, settings }: Subject, meeting: Meeting | undefined): void {
    const fault = meeting && faultOf(log, meeting, settings);
    if (fault === undefined || this.#told.get(uri) === fault) return;
    this.#told.set(uri, fault);
    const message = cleanText(['Meetlog', log.fileName, fault].filter(Boolean).join(': '));
    const told = this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message,
    });
    inBackground(this.#connection, told);
  }
}

function faultOf(log: MeetingLog, meeting: Meeting, { timeZone, bugCompatible }: Subject['settings']) {
  return timeZone === '' ? undefined : timeZoneFault(timesOf(log, meeting, { bugCompatible }), { timeZone });
}
