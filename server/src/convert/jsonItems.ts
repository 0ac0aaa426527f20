import { JSONParser } from '@streamparser/json';
import type { Feed } from './feed.js';
import type { LogWriter } from './logWriter.js';

/**
 * Reads JSON of any size in parts: gives each message when it is complete, and forgets it. The messages are a list, or in an
 * object, in a list under one of these keys. What follows a mistake, or is cut off, is reported.
 */
export function readItems(lists: readonly string[], log: LogWriter, take: (value: unknown) => void): Feed {
  let parser: JSONParser | undefined;
  let fault: string | undefined;
  let items = 0;

  const begin = (open: string) => {
    const paths = open === '[' ? ['$.*'] : lists.map((list) => `$.${list}.*`);
    const started = new JSONParser({ paths, keepStack: false, stringBufferSize: 65_536 });
    started.onValue = ({ value }) => {
      items++;
      take(value);
    };
    started.onError = (error) => {
      fault ??= `It is not JSON after ${first(items)}, and the rest is left out: ${error.message.split('\n')[0]}`;
    };
    return started;
  };

  return {
    write: (chunk) => {
      if (fault !== undefined) return;
      const text = parser ? chunk : chunk.replace(/^\uFEFF/, '').trimStart();
      if (text === '') return;
      parser ??= begin(text.charAt(0));
      if (!parser.isEnded || text.trim() !== '') parser.write(text);
    },
    end: () => {
      if (fault !== undefined) log.note(fault);
      else if (!parser?.isEnded)
        log.note(`It is cut off: only ${first(items)} ${items === 1 ? 'is' : 'are'} complete.`);
    },
  };
}

function first(items: number): string {
  return items === 1 ? 'the first message' : `the first ${items} messages`;
}
