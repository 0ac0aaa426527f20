import { type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import type { Include } from '../../server/src/protocol.js';
import type { Server } from './languageServer.js';

/** A format, and the parts to include. */
interface Wanted {
  readonly format: string;
  readonly include: Include;
}

interface Offered {
  /** The format, if already decided. */
  readonly format: string | undefined;
  readonly include: Include;
  /** The topics of the meeting. */
  readonly topics: readonly string[];
}

/** The format that the user picks; the one from the settings is on top. The parts to include can be changed before that. */
export async function pickFormat(server: Server, offered: Offered, isLive = false): Promise<Wanted | undefined> {
  let { include } = offered;
  if (offered.format !== undefined) return { format: offered.format, include };
  const formats = await formatItems(server, isLive);
  for (;;) {
    const chosen = described(include);
    const options = { label: 'More Options…', description: chosen, format: undefined };
    const items = [...formats, { label: '', kind: QuickPickItemKind.Separator, format: undefined }, options];
    const placeHolder = chosen ? `Select a format (${chosen})` : 'Select a format';
    const picked = await window.showQuickPick(items, { placeHolder, matchOnDetail: true });
    if (!picked) return undefined;
    if (picked.format !== undefined) return { format: picked.format, include };
    include = (await pickInclude(include, offered.topics)) ?? include;
  }
}

async function formatItems(server: Server, isLive: boolean) {
  const preset = workspace.getConfiguration('meetlog').get('minutes.format', 'markdown');
  const all = (await server.ask('meetlog/formats', {})).filter(({ name }) => !isLive || name !== 'template');
  const sorted = [...all].sort((a, b) => Number(b.name === preset) - Number(a.name === preset));
  return sorted.map(({ name, title, about, extension }): QuickPickItem & { format: string | undefined } => ({
    label: title,
    description: extension,
    detail: about,
    format: name,
  }));
}

interface Choice extends QuickPickItem {
  /** The parts to include; undefined if the user cancelled. */
  readonly pick: () => Include | Promise<Include | undefined>;
}

/** The new parts to include; undefined if unchanged. */
async function pickInclude(
  { wholeLog, channel, ...part }: Include,
  topics: readonly string[],
): Promise<Include | undefined> {
  const kept = { ...(wholeLog && { wholeLog }), ...(channel !== undefined && { channel }) };
  const choices: Choice[] = [
    { label: 'Everything', pick: () => kept },
    { label: 'Decisions Only', pick: () => ({ ...kept, only: 'decisions' }) },
    { label: 'Action Items Only', pick: () => ({ ...kept, only: 'actions' }) },
    ...(topics.length === 0 ? [] : [{ label: 'One Topic…', pick: () => withTopic(kept, topics) }]),
    { label: '', kind: QuickPickItemKind.Separator, pick: () => undefined as never },
    { label: 'Set Channel…', description: channel ?? '', pick: () => withChannel({ ...kept, ...part }) },
  ];
  const picked = await window.showQuickPick(choices, { placeHolder: 'Select what the minutes include' });
  return picked?.pick();
}

async function withTopic(include: Include, topics: readonly string[]): Promise<Include | undefined> {
  const items = topics.map((label, index) => ({ label: label || '(no title)', topic: index + 1 }));
  const picked = await window.showQuickPick(items, { placeHolder: 'Select a topic' });
  return picked && { ...include, topic: picked.topic };
}

async function withChannel({ channel, ...include }: Include): Promise<Include | undefined> {
  const prompt = 'Channel to show in the minutes; empty for the one in the name of the log';
  const named = await window.showInputBox({ prompt, value: channel ?? '', placeHolder: '#channel' });
  if (named === undefined) return undefined;
  return named.trim() === '' ? include : { ...include, channel: named.trim() };
}

/** A summary of what was chosen; empty if nothing was. */
function described({ wholeLog, only, topic, channel }: Include): string {
  return [wholeLog && 'whole log', only && `${only} only`, topic && `topic ${topic}`, channel]
    .filter(Boolean)
    .join(', ');
}
