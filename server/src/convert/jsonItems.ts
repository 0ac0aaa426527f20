import { JSONParser } from '@streamparser/json';
import type { Feed } from './feed.js';
import type { LogWriter } from './logWriter.js';

/** Where the messages are: in a list, or in a list under one of these keys of an object. */
export interface JsonPlaces {
  readonly lists: readonly string[];
  /** Keys of the object whose values are wanted too. */
  readonly heads?: readonly string[];
}

/**
 * Reads JSON of any size in parts: gives each message when it is complete, and forgets it. What follows a mistake, or is cut off,
 * is reported.
 */
export function readItems(
  { lists, heads = [] }: JsonPlaces,
  log: LogWriter,
  take: (value: unknown) => void,
  takeHead: (key: string, value: unknown) => void = () => {},
): Feed {
  let parser: JSONParser | undefined;
  let fault: string | undefined;
  let items = 0;

  const begin = (open: string) => {
    const paths = open === '[' ? ['$.*'] : [...lists.map((list) => `$.${list}.*`), ...heads.map((head) => `$.${head}`)];
    const started = new JSONParser({ paths, keepStack: false, stringBufferSize: 65_536 });
    started.onValue = ({ value, key, stack }) => {
      if (open !== '[' && stack.length === 1) takeHead(String(key), value);
      else {
        items++;
        take(value);
      }
    };
    started.onError = (error) => {
      fault ??= `It is not JSON after ${items} messages, and the rest is left out: ${error.message.split('\n')[0]}`;
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
      else if (!parser?.isEnded) log.note(`It is cut off: only the first ${items} messages are complete.`);
    },
  };
}
