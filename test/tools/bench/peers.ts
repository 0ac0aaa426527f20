import { join } from 'node:path';
import { installPeers } from './peers/install.js';
import { logSample, type Sample, samples } from './peers/samples.js';
import { type Launch, type Request, Session } from './peers/session.js';
import { exponent, growthExponent, median, type Spread, spread, spreadText, times } from './stats.js';
import type { Row } from './table.js';

/*
 * One typed letter in the middle of a document, and what an editor then requests: our server and popular language servers, in the
 * same run, with the same code, each with as many lines of its own language. The time is that of the round trip, from the edit to
 * the answer. yaml, bash and typescript push their diagnostics some hundred milliseconds after the last key; that wait is
 * included. The time of markdown includes the parsing in its client.
 */

export interface Measured extends Spread {
  readonly name: string;
  readonly request: Request;
}

interface Peer {
  readonly name: string;
  readonly launch: (modules: string) => Launch;
  readonly sample: (lines: number) => Sample;
}

const extracted = 'vscode-langservers-extracted/bin';
const reported = { enabled: 'warning' };

const peers: readonly Peer[] = [
  {
    name: 'json',
    sample: samples.json,
    launch: (modules) => ({ args: [join(modules, extracted, 'vscode-json-language-server'), '--stdio'] }),
  },
  {
    name: 'markdown',
    sample: samples.markdown,
    launch: (modules) => ({
      args: [join(modules, extracted, 'vscode-markdown-language-server'), '--stdio'],
      settings: {
        markdown: {
          validate: {
            enabled: true,
            referenceLinks: reported,
            fragmentLinks: reported,
            fileLinks: { ...reported, markdownFragmentLinks: 'inherit' },
            unusedLinkDefinitions: reported,
            duplicateLinkDefinitions: reported,
            ignoredLinks: [],
          },
        },
      },
    }),
  },
  {
    name: 'yaml',
    sample: samples.yaml,
    // Without the schema store, which it would fetch from the web.
    launch: (modules) => ({
      args: [join(modules, 'yaml-language-server/bin/yaml-language-server'), '--stdio'],
      settings: { yaml: { validate: true, schemaStore: { enable: false } } },
    }),
  },
  {
    name: 'bash',
    sample: samples.bash,
    // Without ShellCheck, which is a separate program.
    launch: (modules) => ({
      args: [join(modules, 'bash-language-server/out/cli.js'), 'start'],
      settings: { bashIde: { shellcheckPath: '' } },
    }),
  },
  {
    name: 'typescript',
    sample: samples.typescript,
    launch: (modules) => ({
      args: [join(modules, 'typescript-language-server/lib/cli.mjs'), '--stdio'],
      initializationOptions: {
        disableAutomaticTypingAcquisition: true,
        tsserver: { path: join(modules, 'typescript/lib/tsserver.js') },
      },
    }),
  },
];

const ours: Launch = { args: ['dist/server.js', '--stdio'] };
const size = 10_000;
const requests: readonly Request[] = ['documentSymbol', 'foldingRange', 'diagnostics'];

/** How many letters are typed for each request: fewer if they would take longer than a peer may, but at least the minimum. */
const letters = { most: 20, least: 3 };
const budget = 15_000;

/** The measurements of one server: milliseconds for each request. */
type Taken = Map<Request, number[]>;

/** Rows for the table: our time, and the peers' times as multiples of it. */
export async function peerRows(): Promise<Row[]> {
  const measured = await measurePeers();
  const large = await typeInto(ours, logSample(size * 10));
  return requests.flatMap((request) => {
    const of = measured.filter((one) => one.request === request);
    const mine = of.find(({ name }) => name === 'ours');
    if (!mine) return [];
    const beside = of.filter((one) => one !== mine);
    const points = [
      { size, cost: mine.median },
      { size: size * 10, cost: median(large.get(request) ?? []) },
    ];
    const row = {
      work: `one key over stdio, then ${request}`,
      size: size.toLocaleString('en'),
      ours: spreadText(mine),
      peers: beside.map((peer) => `${peer.name} ${times(peer.median / mine.median)}`).join(', ') || undefined,
      growth: exponent(growthExponent(points)),
    };
    return [row];
  });
}

/** Ours is measured before each peer, so that other load affects both. A peer that fails is left out, with a message. */
export async function measurePeers(): Promise<Measured[]> {
  const modules = installPeers();
  const mine: Taken = new Map();
  const measureOurs = async () => add(mine, await typeInto(ours, logSample(size)));
  if (modules === undefined) await measureOurs();
  const measured: Measured[] = [];
  for (const { name, launch, sample } of modules === undefined ? [] : peers) {
    await measureOurs();
    try {
      measured.push(...spreads(name, await typeInto(launch(modules ?? ''), sample(size))));
    } catch (error) {
      console.log(`${name} is left out: ${error instanceof Error ? error.message : error}.`);
    }
  }
  return [...spreads('ours', mine), ...measured];
}

/** Types letters into a document of a new server; the first of each request is not counted. */
async function typeInto(launch: Launch, sample: Sample): Promise<Taken> {
  const session = await Session.start(launch, sample);
  try {
    const taken: Taken = new Map();
    const end = performance.now() + budget;
    for (let letter = 0; letter <= letters.most; letter++) {
      if (letter > letters.least && performance.now() > end) break;
      for (const request of requests) {
        if (!session.offers(request)) continue;
        const one = await session.typeAndAsk(request);
        if (letter > 0) add(taken, new Map([[request, [one]]]));
      }
    }
    return taken;
  } finally {
    await session.close();
  }
}

function add(to: Taken, more: Taken): void {
  for (const [request, numbers] of more) to.set(request, [...(to.get(request) ?? []), ...numbers]);
}

function spreads(name: string, taken: Taken): Measured[] {
  return [...taken].map(([request, numbers]) => ({ name, request, ...spread(numbers) }));
}
