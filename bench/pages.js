/** Pages to measure with, generated: the same on every machine. */

/**
 * A lesson of about as many slides as asked for: text, lists, commands with outputs, code, tables, in turn.
 * @param {number} slides
 */
export function makePage(slides) {
  const parts = ['---\ntitle: Una lección larga\nlang: es\n---\n\n# Una lección larga\n\n1. TOC\n{:toc}\n'];
  for (let slide = 1; slide <= slides - 2; slide++) {
    const depth = slide % 12 === 1 ? '##' : '###';
    parts.push(`${depth} Apartado ${slide}\n\n${kinds[slide % kinds.length]?.(slide)}\n`);
  }
  return parts.join('\n');
}

/**
 * A page as teachers have them: a screen of each thing, a dozen commands.
 */
export function makeLesson() {
  return makePage(24);
}

/** @type {((slide: number) => string)[]} */
const kinds = [
  (slide) =>
    `Una imagen es una plantilla de **solo lectura** con la que se crean contenedores, como la ${slide}.`,
  (slide) =>
    `- Cada orden tiene su \`salida ${slide}\`.\n- Las capas se comparten.\n- El contenedor pone una capa fina.`,
  (slide) =>
    `\`\`\`console\n$ docker run -d --name web${slide} -p ${8000 + slide}:80 httpd:2.4\nf4c1b2a3d4e5\n$ docker ps -a\nCONTAINER ID   IMAGE       COMMAND              STATUS         NAMES\nf4c1b2a3d4e5   httpd:2.4   "httpd-foreground"   Up 2 seconds   web${slide}\n\`\`\``,
  (slide) =>
    `\`\`\`yaml\nservices:\n  web${slide}:\n    image: httpd:2.4\n    ports:\n      - "80:80"\n\`\`\``,
  (slide) =>
    `| Orden | Para qué |\n|---|---|\n| \`docker pull\` | Descargar ${slide} |\n| \`docker rmi\` | Borrar |`,
];
