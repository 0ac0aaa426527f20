import { ErrorCodes, type MessageReader, type MessageWriter, type ResponseMessage } from 'vscode-languageserver';
import { problemOfParams } from './params.js';

type Id = string | number | null;

/**
 * Enforces the life cycle of LSP: before `initialize` and after `shutdown`, requests are refused and notifications except `exit`
 * are ignored. So are requests and notifications with parameters of the wrong shape, and anything that is not a message.
 */
export class Lifecycle {
  #state: 'new' | 'initialized' | 'shut down' = 'new';

  get isShutDown(): boolean {
    return this.#state === 'shut down';
  }

  /** A reader that passes on only valid messages. Refusals are written at once. */
  guard(reader: MessageReader, writer: MessageWriter): MessageReader {
    const refuse = (response: ResponseMessage) => {
      // A client that has gone needs no answer.
      writer.write(response).catch(() => undefined);
    };
    return {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      dispose: () => reader.dispose(),
      listen: (callback) =>
        reader.listen((message) => {
          const refusal = this.#take(message);
          if (refusal === undefined) callback(message);
          else if (refusal !== 'ignored') refuse(refusal);
        }),
    };
  }

  /** Records a valid message and returns undefined; otherwise returns the refusal, if there should be one. */
  #take(message: unknown): ResponseMessage | 'ignored' | undefined {
    if (!isObject(message)) return refusal(null, ErrorCodes.InvalidRequest, 'a message must be an object');
    const id = idOf(message);
    if (message.jsonrpc !== '2.0') return refusal(id ?? null, ErrorCodes.InvalidRequest, 'jsonrpc must be "2.0"');
    if (isResponse(message)) return id === undefined ? 'ignored' : undefined;
    const { method, params } = message;
    if (method === undefined)
      return refusal(null, ErrorCodes.InvalidRequest, 'a message must have a method or a result');
    if (typeof method !== 'string') return refusal(id ?? null, ErrorCodes.InvalidRequest, 'method must be a string');
    if (!('id' in message)) return this.#notified(method, params) ? undefined : 'ignored';
    if (id === undefined) return refusal(null, ErrorCodes.InvalidRequest, 'id must be a string or a number');
    const [code, problem] = this.#requested(method, params) ?? [];
    return code === undefined ? undefined : refusal(id, code, problem);
  }

  #notified(method: string, params: unknown): boolean {
    if (method === 'exit') return true;
    return this.#state === 'initialized' && isStructured(params) && problemOfParams(method, params) === undefined;
  }

  #requested(method: string, params: unknown): readonly [code: number, problem: string] | undefined {
    if (this.#state === 'shut down') return [ErrorCodes.InvalidRequest, 'the server is shut down'];
    const isFirst = this.#state === 'new';
    if (isFirst !== (method === 'initialize')) {
      return isFirst
        ? [ErrorCodes.ServerNotInitialized, 'the server is not initialized']
        : [ErrorCodes.InvalidRequest, 'the server is already initialized'];
    }
    const problem = isStructured(params) ? problemOfParams(method, params) : 'params must be an object';
    if (problem !== undefined) return [ErrorCodes.InvalidParams, problem];
    if (isFirst) this.#state = 'initialized';
    if (method === 'shutdown') this.#state = 'shut down';
    return undefined;
  }
}

/** An error response. */
export function refusal(id: Id, code: number, message = ''): ResponseMessage {
  return { jsonrpc: '2.0', id, error: { code, message } } as ResponseMessage;
}

function isObject(value: unknown): value is Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether parameters are missing or have a type that JSON-RPC allows. */
function isStructured(params: unknown): boolean {
  return params === undefined || typeof params === 'object';
}

function idOf({ id }: { id?: unknown }): string | number | undefined {
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

function isResponse(message: object): boolean {
  return !('method' in message) && ('result' in message || 'error' in message);
}
