import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { assert } from 'chai';
import { cli } from './commandLine.js';

/** The structured part of an answer, as far as tests look into it. */
export interface Answer {
  readonly untrusted: string;
  readonly total: number;
  readonly next: string | null;
  readonly more: string | null;
  readonly notes: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: the server's schema says what these are, and the client checks it.
  readonly [list: string]: any;
}

/** An assistant: the SDK's own client, and `meetlog mcp` as a process that it has started. */
export class Assistant {
  readonly client = new Client({ name: 'test', version: '1.0.0' });
  readonly #transport: StdioClientTransport;
  /** What the server has written to standard error. */
  told = '';

  private constructor(cwd: string, folders: readonly string[]) {
    const args = [cli, 'mcp', ...folders];
    this.#transport = new StdioClientTransport({ command: process.execPath, args, cwd, stderr: 'pipe' });
    this.#transport.stderr?.on('data', (data) => {
      this.told += data;
    });
  }

  /** Starts a server over some folders, and asks for its tools, by whose schemas the client then checks all answers. */
  static async over(cwd: string, ...folders: readonly string[]): Promise<Assistant> {
    const assistant = new Assistant(cwd, folders);
    await assistant.client.connect(assistant.#transport);
    await assistant.client.listTools();
    return assistant;
  }

  get pid(): number {
    return this.#transport.pid as number;
  }

  /** The answer of a tool, whose text must be the same as its structure. */
  async ask(name: string, args: Record<string, unknown> = {}): Promise<Answer> {
    const { structuredContent, text, isError } = await this.call(name, args);
    assert.isFalse(isError, text);
    assert.deepEqual(JSON.parse(text), structuredContent);
    return structuredContent as Answer;
  }

  /** The message of a tool that has no answer. */
  async askInVain(name: string, args: Record<string, unknown> = {}): Promise<string> {
    const { text, isError } = await this.call(name, args);
    assert.isTrue(isError, text);
    return text;
  }

  async call(name: string, args: Record<string, unknown>) {
    const { content, structuredContent, isError = false } = await this.client.callTool({ name, arguments: args });
    const [{ text }] = content as [{ text: string }];
    return { structuredContent, text, isError };
  }

  /** All entries of a list, page by page. */
  async all(name: string, list: string, args: Record<string, unknown> = {}): Promise<Answer[]> {
    const entries: Answer[] = [];
    let cursor: string | null = null;
    do {
      const answer = await this.ask(name, { ...args, ...(cursor !== null && { cursor }) });
      entries.push(...answer[list]);
      cursor = answer.next;
    } while (cursor !== null);
    return entries;
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
