import { sameImage } from '../../diagram/image-names.ts';
import type { LayerStack, StackContainer, StackImage } from '../../diagram/layer-stack.ts';
import type { Engine, EngineContainer, EngineImage, EngineLayer } from '../../engine/engine.ts';

/** The engine's part that looking needs. */
export type LookedAt = Pick<Engine, 'images' | 'containers' | 'layers' | 'writableSize'>;

/** What belongs to a demo: what its lesson names, and all that appeared since it began. */
export interface Scope {
  /** References of images. */
  images: readonly string[];
  /** Names of containers. */
  containers: readonly string[];
  /** Ids of images and containers that were there before. */
  before: ReadonlySet<string>;
}

/** A demo on an engine at one moment. */
export interface Look {
  stack: LayerStack;
  /** By the container's name. */
  ids: Map<string, string>;
}

/** Looks at an engine for one demo; layers, which never change, are asked for once. */
export class Looker {
  private readonly engine: LookedAt;
  private readonly scope: Scope;
  private readonly layers = new Map<string, EngineLayer[]>();

  constructor(engine: LookedAt, scope: Scope) {
    this.engine = engine;
    this.scope = scope;
  }

  /** Rejects with an EngineError when the engine does not answer. */
  async look(): Promise<Look> {
    const [images, containers] = await Promise.all([this.engine.images(), this.engine.containers()]);
    const own = containers.filter((container) => this.isOwn(container));
    const shown = this.chooseImages(images, new Set(own.map(({ imageId }) => imageId)));
    const names = new Map(shown.map(({ id, name }) => [id, name]));
    const standing = own.filter(({ imageId }) => names.has(imageId));
    return {
      stack: {
        title: '',
        images: await Promise.all(shown.map((image) => this.makeImage(image))),
        containers: await Promise.all(
          standing.map((one) => this.makeContainer(one, names.get(one.imageId)!)),
        ),
        live: true,
      },
      ids: new Map(standing.map(({ name, id }) => [name, id])),
    };
  }

  /** Each image under the name that the lesson gives it, else under its first tag. */
  private chooseImages(images: EngineImage[], used: ReadonlySet<string>): { id: string; name: string }[] {
    return images.flatMap(({ id, tags }) => {
      const named = tags.find((tag) => this.scope.images.some((image) => sameImage(image, tag)));
      const isOwn = used.has(id) || !this.scope.before.has(id);
      const name = named ?? (isOwn ? tags[0] : undefined);
      return name === undefined ? [] : [{ id, name }];
    });
  }

  private isOwn({ id, name }: EngineContainer): boolean {
    return this.scope.containers.includes(name) || !this.scope.before.has(id);
  }

  private async makeImage({ id, name }: { id: string; name: string }): Promise<StackImage> {
    const layers = this.layers.get(id) ?? (await this.engine.layers(id));
    this.layers.set(id, layers);
    return {
      name,
      layers: layers.map(({ digest, size, createdBy }) => ({ id: digest, made: createdBy, size })),
    };
  }

  /** One that goes away while it is looked at has no size. */
  private async makeContainer({ id, name }: EngineContainer, image: string): Promise<StackContainer> {
    return { name, image, size: await this.engine.writableSize(id).catch(() => null) };
  }
}
