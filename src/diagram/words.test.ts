import { describe, expect, it } from 'vitest';
import { type DiagramWords, getWords } from './words.ts';

/** Each thing that a diagram says, of many and of one, in Spanish and in English. */
const said: [(words: DiagramWords) => string, string, string][] = [
  [(words) => words.readOnly, 'solo lectura', 'read-only'],
  [(words) => words.writable, 'escritura', 'writable'],
  [(words) => words.sharedBy(2), 'la comparten 2', 'shared by 2'],
  [(words) => words.moreLayers(7), '7 capas más', '7 more layers'],
  [(words) => words.moreContainers(7), '7 contenedores más', '7 more containers'],
  [(words) => words.moreImages(7), '7 imágenes más', '7 more images'],
  [(words) => words.unknownLayers, 'capas aún sin grabar', 'layers not recorded yet'],
  [(words) => words.saves('5 MB'), 'Compartir ahorra 5 MB', 'Sharing saves 5 MB'],
  [(words) => words.title(1, 0), 'Capas de una imagen', 'Layers of an image'],
  [
    (words) => words.title(2, 1),
    'Capas de 2 imágenes con un contenedor',
    'Layers of 2 images with a container',
  ],
  [
    (words) => words.title(1, 3),
    'Capas de una imagen con 3 contenedores',
    'Layers of an image with 3 containers',
  ],
  [
    (words) => words.imageHas('web', 1, null),
    'La imagen web tiene una capa de solo lectura.',
    'The image web has one read-only layer.',
  ],
  [
    (words) => words.imageHas('web', 2, '5 MB'),
    'La imagen web tiene 2 capas de solo lectura, 5 MB en total.',
    'The image web has 2 read-only layers, 5 MB in all.',
  ],
  [
    (words) => words.imageUnknown('web'),
    'Las capas de la imagen web aún no se han grabado.',
    'The layers of the image web are not recorded yet.',
  ],
  [
    (words) => words.containerHas('one', 'web', null),
    'El contenedor one añade sobre web su propia capa de escritura.',
    'The container one adds a writable layer of its own on web.',
  ],
  [
    (words) => words.containerHas('one', 'web', '52 B'),
    'El contenedor one añade sobre web su propia capa de escritura, de 52 B.',
    'The container one adds a writable layer of its own on web, 52 B.',
  ],
  [
    (words) => words.shared(1, null),
    'Una capa es compartida y se guarda una sola vez.',
    'One layer is shared and kept only once.',
  ],
  [
    (words) => words.shared(2, '5 MB'),
    '2 capas son compartidas y se guardan una sola vez (5 MB).',
    '2 layers are shared and kept only once (5 MB).',
  ],
  [(words) => words.saved('5 MB'), 'Compartir ahorra 5 MB.', 'Sharing saves 5 MB.'],
  [(words) => words.sees('one'), 'one ve', 'one sees'],
  [(words) => words.read, 'leído', 'read'],
  [(words) => words.copy, 'copia', 'copy'],
  [(words) => words.created, 'nuevo', 'new'],
  [(words) => words.whiteout, 'borrado', 'deleted'],
  [(words) => words.covered, 'tapado', 'covered'],
  [(words) => words.gone, 'no está', 'not there'],
  [
    (words) => words.stepStart('one'),
    'La capa de one está vacía: todo lo que ve es de la imagen',
    "The layer of one is empty: all that it sees is the image's",
  ],
  [
    (words) => words.steps.read('/x'),
    'Leer /x: se lee de la imagen, no se copia nada',
    'Read /x: it is read from the image, nothing is copied',
  ],
  [
    (words) => words.steps.change('/x'),
    'Cambiar /x: se copia arriba, y se cambia la copia',
    'Change /x: it is copied up, and the copy is changed',
  ],
  [
    (words) => words.steps.delete('/x'),
    'Borrar /x: arriba se apunta que ya no está; abajo sigue',
    'Delete /x: above it is noted as gone; below it stays',
  ],
  [(words) => words.steps.create('/x'), 'Crear /x: se escribe arriba', 'Create /x: it is written above'],
  [(words) => words.imageCame('web', 1, 0), 'web: imagen de una capa', 'web: image of one layer'],
  [
    (words) => words.imageCame('web', 3, 1),
    'web: imagen de 3 capas, 1 ya estaba',
    'web: image of 3 layers, 1 already here',
  ],
  [
    (words) => words.imageCame('web', 3, 2),
    'web: imagen de 3 capas, 2 ya estaban',
    'web: image of 3 layers, 2 already here',
  ],
  [(words) => words.imageWent('web'), 'web: la imagen ya no está', 'web: the image is gone'],
  [
    (words) => words.containerCame('one', 'web'),
    'one: nueva capa de escritura sobre web',
    'one: a new writable layer on web',
  ],
  [
    (words) => words.containerWent('one'),
    'one: borrado, y con él su capa',
    'one: removed, and its layer with it',
  ],
  [(words) => words.moreFiles(2), 'y 2 más', 'and 2 more'],
];

describe('the words of diagrams', () => {
  it.each(said.map(([say, spanish, english]) => [spanish, english, say] as const))(
    '%s, %s',
    (spanish, english, say) => {
      expect([say(getWords('es')), say(getWords('en'))]).toEqual([spanish, english]);
    },
  );

  it.each([
    ['es', 'escritura'],
    ['ES-mx', 'escritura'],
    ['en', 'writable'],
    ['fr', 'writable'],
    ['', 'writable'],
  ])('the language %j: %s', (lang, word) => {
    expect(getWords(lang).writable).toBe(word);
  });
});
