import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js';
import type { LogLibrary, ToldProgress } from './logLibrary.js';
import { toolsFor } from './mcpTools.js';
import { asText, untrusted } from './quoted.js';
import type { Tool } from './toolParts.js';

/** What the server needs from the command line, which it is a part of. */
export interface McpHost {
  readonly library: LogLibrary;
  readonly version: string;
  /** Reports a line for people. Standard output belongs to the protocol. */
  tell(line: string): void;
}

const instructions =
  'Meetlog reads the logs of chat meetings (IRC, Matrix) in folders of this machine: which meetings there were, what was ' +
  'decided, and who promised what. Every entry names its source, a log and a line; name them too when you answer. ' +
  untrusted;

/**
 * Serves the Model Context Protocol on the standard streams until the client closes them: then the process has nothing left to do
 * and ends, after it has answered what was asked.
 */
export async function serveMcp({ library, version, tell }: McpHost): Promise<void> {
  const server = new McpServer({ name: 'meetlog', title: 'Meetlog', version }, { instructions });
  for (const tool of toolsFor(library)) addTool(server, tool, library);
  server.server.onerror = ({ message }) => tell(`meetlog mcp: ${message}`);
  // A client that ended reads no answers.
  process.stdout.on('error', () => process.exit());
  await server.connect(new StdioServerTransport());
}

function addTool(server: McpServer, { name, title, about, input, output, answer }: Tool, library: LogLibrary): void {
  const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  const config = {
    title,
    description: `${about} ${untrusted}`,
    inputSchema: input,
    outputSchema: output,
    annotations,
  };
  server.registerTool(name, config, async (asked, extra) => {
    const structuredContent = await answer(asked, library, progressFor(extra));
    return { structuredContent, content: [{ type: 'text', text: asText(structuredContent) }] };
  });
}

/** Notifies a client that wants to know of progress, at most ten times a second, and at the end. */
function progressFor({
  _meta,
  sendNotification,
}: RequestHandlerExtra<ServerRequest, ServerNotification>): ToldProgress | undefined {
  const progressToken = _meta?.progressToken;
  if (progressToken === undefined) return undefined;
  let last = 0;
  return (progress, total) => {
    if (progress < total && Date.now() - last < 100) return;
    last = Date.now();
    const message = `${progress} of ${total} logs read`;
    const params = { progressToken, progress, total, message };
    sendNotification({ method: 'notifications/progress', params }).catch(() => undefined);
  };
}
