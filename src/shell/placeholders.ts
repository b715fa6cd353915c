import { withoutDocuments } from './here-documents.ts';

/** HTML's names stand in angle brackets too, mostly in an `echo`. */
const html =
  /^\/|^(?:a|b|i|p|u|br|hr|h[1-6]|html|head|body|title|div|span|ul|ol|li|table|tr|td|th|em|strong|img|script|style|meta|link|form|input|center|pre|code|php)(?:\s|\/|$)/i;

/** Words that stand for a value when they are written in capitals. */
const parts = new Set(
  (
    'NOMBRE NAME ID IDS PID USUARIO USER USERNAME IMAGE IMAGEN CONTAINER CONTENEDOR PATH RUTA IP PUERTO PORT TOKEN PASSWORD PASS ' +
    'CLAVE YOUR TU MI MY OUR HOST SERVIDOR SERVER FILE FICHERO ARCHIVO DIRECTORIO DIRECTORY DIR FOLDER CARPETA TAG ETIQUETA ' +
    'VERSION VOLUMEN VOLUME RED NETWORK POD NAMESPACE NODE NODO URL DOCKERHUB DEL DE EL LA AQUI HERE DOMAIN DOMINIO REPO ' +
    'REPOSITORY REPOSITORIO BRANCH RAMA COMMIT HASH KEY SECRET ADDRESS DIRECCION MANAGER WORKER SERVICE SERVICIO CMD COMMAND'
  ).split(' '),
);

/** What a learner must replace in a command before it can run, as written and once each. */
export function findPlaceholders(command: string): string[] {
  const typed = withoutDocuments(command);
  const found = [...bracketed(typed), ...capitals(typed)];
  return [...new Set(found)];
}

function* bracketed(command: string): Generator<string> {
  for (const match of command.matchAll(/(?<!<)(<+)([A-Za-zÁÉÍÓÚÑáéíóúñ][^<>\n|&;$]{0,60})>/g)) {
    const [, marks, name] = match;
    if (marks === '<' && !/\s$/.test(name!) && !html.test(name!) && command[match.index - 1] !== '(')
      yield withMarks(command, match.index, `<${name}>`);
  }
  for (const match of command.matchAll(/\$\$[A-Za-z_][\w-]{0,60}\$\$/g)) yield match[0];
  for (const match of command.matchAll(/\{\{\s*(?:site|page)\.[\w.-]+\s*\}\}/g)) yield match[0];
  for (const match of command.matchAll(/(?<![\w$\\[])\[([A-ZÁÉÍÓÚÑ][A-Z0-9ÁÉÍÓÚÑ_ -]+)(?:\.{3})?\]/g)) {
    if (!/^[A-Z]-[A-Z]$/.test(match[1]!)) yield match[0];
  }
}

/** Backticks right around it mark it for the reader: the value takes their place, too. */
function withMarks(command: string, at: number, placeholder: string): string {
  const isMarked = command[at - 1] === '`' && command[at + placeholder.length] === '`';
  return isMarked ? `\`${placeholder}\`` : placeholder;
}

function* capitals(command: string): Generator<string> {
  const bare = command.replace(/'[^'\n]*'|"[^"\n]*"|<[^<>\n]*>|\[[^[\]\n]*\]/g, (text) =>
    ' '.repeat(text.length),
  );
  for (const match of bare.matchAll(/(?<![\w$.{-])[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*(?![\w=.(}-])/g)) {
    const words = match[0].split(/[_-]/);
    const known = words.every((word) => parts.has(word)) || /^X{3,}$/.test(match[0]);
    if (known && match[0].length > 1) yield match[0];
  }
}
