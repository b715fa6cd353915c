import type { Engine } from '../../engine/engine.ts';
import type { Description } from '../../protocol/messages.ts';

/** Settings that may hold a secret and teach nothing about layers. */
const SECRET = /pass|secret|token|key|credential/i;

/**
 * What the engine tells of an image or a container of a demo. Rejects with an EngineError when it is gone.
 */
export async function describe(
  engine: Pick<Engine, 'inspect' | 'layers' | 'changes'>,
  kind: Description['kind'],
  name: string,
): Promise<Description> {
  const facts = await engine.inspect(kind, name);
  const [layers, changes] = await Promise.all([
    engine.layers(kind === 'image' ? name : String(facts['Image'])),
    kind === 'container' ? engine.changes(name) : [],
  ]);
  return {
    kind,
    name,
    layers: layers.map(({ digest, createdBy, size }) => ({ id: digest, made: createdBy, size })),
    changes,
    inspect: JSON.stringify(facts, hideSecrets, 2),
  };
}

/** `PASSWORD=hunter2` in a list of variables is shown as `PASSWORD=…`. */
function hideSecrets(_: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, name] = /^([A-Z][A-Z0-9_]*)=/.exec(value) ?? [];
  return name !== undefined && SECRET.test(name) ? `${name}=…` : value;
}
