import type { Lesson } from '../compiler/model.ts';
import { print, printJson } from '../system/say.ts';
import { jsonArgument, makeCommand, pathArgument } from './command.ts';

/** One thing that a class may need, as it is on this computer. */
interface Finding {
  name: string;
  /** `missing`: something can't be done; `limited`: it is done in another way. */
  state: 'ok' | 'limited' | 'missing';
  /** What was found, or what to do. */
  detail: string;
}

/** The oldest Node.js that is tested. */
const OLDEST_NODE = [20, 19] as const;

export const doctor = makeCommand({
  meta: {
    name: 'doctor',
    description: 'Says what is there and what is missing: Node, shell, browser, engine, images, network',
  },
  args: { path: pathArgument, json: jsonArgument },
  async run({ args }) {
    const { readCourse } = await import('./read-course.ts');
    const { countLeftOut } = await import('./left-out.ts');
    const { lessons, leftOut } = readCourse(args.path);
    const findings = [
      checkNode(),
      await checkShell(),
      await checkBrowser(),
      ...(await checkEngine(lessons.map(({ lesson }) => lesson))),
      await checkAddress(),
      ...(await checkProxies()),
    ];
    if (args.json) printJson({ findings });
    else print(format(findings));
    return countLeftOut(leftOut, findings.some(({ state }) => state === 'missing') ? 1 : 0);
  },
});

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fine = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (fine) return { name: 'Node.js', state: 'ok', detail: process.versions.node };
  return {
    name: 'Node.js',
    state: 'missing',
    detail: `${process.versions.node}; install ${OLDEST_NODE.join('.')} or newer`,
  };
}

async function checkShell(): Promise<Finding> {
  const { chooseShell } = await import('../demo/session/shell.ts');
  try {
    const { path, version } = chooseShell();
    return { name: 'Shell', state: 'ok', detail: `${path} ${version}` };
  } catch (error) {
    return { name: 'Shell', state: 'missing', detail: (error as Error).message };
  }
}

async function checkBrowser(): Promise<Finding> {
  const { launchBrowser } = await import('../export/browser.ts');
  try {
    const browser = await launchBrowser();
    const version = browser.version();
    await browser.close();
    return { name: 'Browser for PDF and diagrams', state: 'ok', detail: `Chromium ${version}` };
  } catch (error) {
    return { name: 'Browser for PDF and diagrams', state: 'limited', detail: (error as Error).message };
  }
}

async function checkEngine(lessons: readonly Lesson[]): Promise<Finding[]> {
  const { findEngine } = await import('../engine/engine.ts');
  const { needsEngine } = await import('../helper/session/engine-need.ts');
  if (!lessons.some(needsEngine)) {
    return [{ name: 'Container engine', state: 'ok', detail: 'not needed by these commands' }];
  }
  const { engine, tried } = await findEngine();
  if (!engine) {
    const reasons = tried.map(({ address, problem }) => `${address.host}: ${problem.message}`).join('; ');
    const detail = `none answers, so the buttons replay. Start Docker or Podman${reasons && ` (${reasons})`}`;
    return [{ name: 'Container engine', state: 'limited', detail }];
  }
  const images = [...new Set(lessons.flatMap(({ steps }) => steps.flatMap((step) => step.images)))];
  const there = await Promise.all(images.map((image) => engine.digest(image)));
  return [
    { name: 'Container engine', state: 'ok', detail: `${engine.name} ${engine.version}` },
    ...images.map(
      (image, at): Finding =>
        there[at] === null
          ? { name: `Image ${image}`, state: 'limited', detail: 'not here; capas preload pulls it' }
          : { name: `Image ${image}`, state: 'ok', detail: 'here' },
    ),
  ];
}

/** Where `present` serves: some computers forbid even that. */
async function checkAddress(): Promise<Finding> {
  const { createServer } = await import('node:http');
  const { listen } = await import('../helper/http/listen.ts');
  const server = createServer();
  const name = 'Address 127.0.0.1';
  try {
    await listen(server, 0);
    server.close();
    return { name, state: 'ok', detail: 'can be served from' };
  } catch (error) {
    return { name, state: 'missing', detail: (error as Error).message };
  }
}

/** Said only where there is something to say: most computers need no proxy. */
async function checkProxies(): Promise<Finding[]> {
  const { describeCutProxies } = await import('./cut-proxies.ts');
  const detail = describeCutProxies(process.env);
  return detail === null ? [] : [{ name: 'Proxy', state: 'limited', detail }];
}

const SIGNS = { ok: '✓', limited: '!', missing: '✗' };

function format(findings: Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings
    .map(({ name, state, detail }) => `${SIGNS[state]} ${name.padEnd(width)}  ${detail}\n`)
    .join('');
}
