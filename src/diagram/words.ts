import type { FileStep } from './layer-stack.ts';

/** Everything that a layer diagram says, in each language. */
export interface DiagramWords {
  readOnly: string;
  writable: string;
  sharedBy(images: number): string;
  moreLayers(count: number): string;
  moreContainers(count: number): string;
  moreImages(count: number): string;
  unknownLayers: string;
  saves(size: string): string;
  title(images: number, containers: number): string;
  imageHas(name: string, layers: number, size: string | null): string;
  imageUnknown(name: string): string;
  containerHas(name: string, image: string, size: string | null): string;
  shared(layers: number, size: string | null): string;
  saved(size: string): string;
  sees(container: string): string;
  read: string;
  copy: string;
  created: string;
  whiteout: string;
  covered: string;
  gone: string;
  stepStart(container: string): string;
  steps: Record<FileStep['does'], (file: string) => string>;
  imageCame(name: string, layers: number, shared: number): string;
  imageWent(name: string): string;
  containerCame(name: string, image: string): string;
  containerWent(name: string): string;
  moreFiles(count: number): string;
}

const es: DiagramWords = {
  readOnly: 'solo lectura',
  writable: 'escritura',
  sharedBy: (images) => `la comparten ${images}`,
  moreLayers: (count) => `${count} capas más`,
  moreContainers: (count) => `${count} contenedores más`,
  moreImages: (count) => `${count} imágenes más`,
  unknownLayers: 'capas aún sin grabar',
  saves: (size) => `Compartir ahorra ${size}`,
  title: (images, containers) => {
    const of = `Capas de ${images === 1 ? 'una imagen' : `${images} imágenes`}`;
    if (containers === 0) return of;
    return `${of} con ${containers === 1 ? 'un contenedor' : `${containers} contenedores`}`;
  },
  imageHas: (name, layers, size) =>
    `La imagen ${name} tiene ${layers === 1 ? 'una capa' : `${layers} capas`} de solo lectura${size ? `, ${size} en total` : ''}.`,
  imageUnknown: (name) => `Las capas de la imagen ${name} aún no se han grabado.`,
  containerHas: (name, image, size) =>
    `El contenedor ${name} añade sobre ${image} su propia capa de escritura${size ? `, de ${size}` : ''}.`,
  shared: (layers, size) =>
    `${layers === 1 ? 'Una capa es compartida y se guarda' : `${layers} capas son compartidas y se guardan`} una sola vez${size ? ` (${size})` : ''}.`,
  saved: (size) => `Compartir ahorra ${size}.`,
  sees: (container) => `${container} ve`,
  read: 'leído',
  copy: 'copia',
  created: 'nuevo',
  whiteout: 'borrado',
  covered: 'tapado',
  gone: 'no está',
  stepStart: (container) => `La capa de ${container} está vacía: todo lo que ve es de la imagen`,
  steps: {
    read: (file) => `Leer ${file}: se lee de la imagen, no se copia nada`,
    change: (file) => `Cambiar ${file}: se copia arriba, y se cambia la copia`,
    delete: (file) => `Borrar ${file}: arriba se apunta que ya no está; abajo sigue`,
    create: (file) => `Crear ${file}: se escribe arriba`,
  },
  imageCame: (name, layers, shared) =>
    `${name}: imagen de ${layers === 1 ? 'una capa' : `${layers} capas`}${shared > 0 ? `, ${shared} ya ${shared === 1 ? 'estaba' : 'estaban'}` : ''}`,
  imageWent: (name) => `${name}: la imagen ya no está`,
  containerCame: (name, image) => `${name}: nueva capa de escritura sobre ${image}`,
  containerWent: (name) => `${name}: borrado, y con él su capa`,
  moreFiles: (count) => `y ${count} más`,
};

const en: DiagramWords = {
  readOnly: 'read-only',
  writable: 'writable',
  sharedBy: (images) => `shared by ${images}`,
  moreLayers: (count) => `${count} more layers`,
  moreContainers: (count) => `${count} more containers`,
  moreImages: (count) => `${count} more images`,
  unknownLayers: 'layers not recorded yet',
  saves: (size) => `Sharing saves ${size}`,
  title: (images, containers) => {
    const of = `Layers of ${images === 1 ? 'an image' : `${images} images`}`;
    if (containers === 0) return of;
    return `${of} with ${containers === 1 ? 'a container' : `${containers} containers`}`;
  },
  imageHas: (name, layers, size) =>
    `The image ${name} has ${layers === 1 ? 'one read-only layer' : `${layers} read-only layers`}${size ? `, ${size} in all` : ''}.`,
  imageUnknown: (name) => `The layers of the image ${name} are not recorded yet.`,
  containerHas: (name, image, size) =>
    `The container ${name} adds a writable layer of its own on ${image}${size ? `, ${size}` : ''}.`,
  shared: (layers, size) =>
    `${layers === 1 ? 'One layer is shared and kept' : `${layers} layers are shared and kept`} only once${size ? ` (${size})` : ''}.`,
  saved: (size) => `Sharing saves ${size}.`,
  sees: (container) => `${container} sees`,
  read: 'read',
  copy: 'copy',
  created: 'new',
  whiteout: 'deleted',
  covered: 'covered',
  gone: 'not there',
  stepStart: (container) => `The layer of ${container} is empty: all that it sees is the image's`,
  steps: {
    read: (file) => `Read ${file}: it is read from the image, nothing is copied`,
    change: (file) => `Change ${file}: it is copied up, and the copy is changed`,
    delete: (file) => `Delete ${file}: above it is noted as gone; below it stays`,
    create: (file) => `Create ${file}: it is written above`,
  },
  imageCame: (name, layers, shared) =>
    `${name}: image of ${layers === 1 ? 'one layer' : `${layers} layers`}${shared > 0 ? `, ${shared} already here` : ''}`,
  imageWent: (name) => `${name}: the image is gone`,
  containerCame: (name, image) => `${name}: a new writable layer on ${image}`,
  containerWent: (name) => `${name}: removed, and its layer with it`,
  moreFiles: (count) => `and ${count} more`,
};

/** The words for a page's language: Spanish for `es…`, English for any other. */
export function getWords(lang: string): DiagramWords {
  return lang.toLowerCase().startsWith('es') ? es : en;
}
