/** What the runner tells people, in the deck's two languages. */
export type Language = 'es' | 'en';

export interface Words {
  left(name: string): string;
  leftByForce(name: string): string;
  openFirst(command: string): string;
  nothingOpen: string;
  notReady: string;
  programEnded: string;
  unread: string;
  endedBefore(line: string): string;
  noGuard: string;
  otherProgram(prompt: string): string;
  needsValue(placeholder: string): string;
  badValue(placeholder: string): string;
  quotedValue(placeholder: string): string;
  timedOut(seconds: number): string;
  incomplete: string;
  shellEnded: string;
  noShell(why: string): string;
  secondTerminal(command: string): string;
  failedLine(line: string): string;
  unknownStep: string;
  stuck: string;
  fault(why: string): string;
}

export const words: Record<Language, Words> = {
  es: {
    left: (name) => `Antes se ha salido de ${name} con Ctrl-D.`,
    leftByForce: (name) => `Antes se ha interrumpido ${name}.`,
    openFirst: (command) =>
      `Se escribe dentro de otro programa que no está abierto. Ejecuta antes: ${command}`,
    nothingOpen: 'Se escribe dentro de otro programa que no está abierto.',
    notReady: 'El programa que está abierto aún no espera una orden; no se ha escrito nada.',
    programEnded: 'El programa en que se escribe ha terminado antes; no se ha escrito nada.',
    unread: 'El programa ha terminado sin leer la orden, que se ha descartado: no la ha ejecutado nadie.',
    endedBefore: (line) => `El programa ha terminado antes de esta línea, que no se ha escrito: ${line}`,
    noGuard: 'No se puede escribir en la carpeta temporal, y hace falta antes de escribir en un programa.',
    otherProgram: (prompt) =>
      `El programa que está abierto es otro: esta orden se escribe donde pone «${prompt}»; no se ha escrito nada.`,
    needsValue: (placeholder) => `Falta el valor de ${placeholder}.`,
    badValue: (placeholder) =>
      `El valor de ${placeholder} no puede estar vacío, empezar por «-» ni tener saltos de línea o caracteres de control.`,
    quotedValue: (placeholder) =>
      `El valor de ${placeholder} solo puede tener letras, números y . _ - / : @ % + = ,`,
    timedOut: (seconds) => `No ha terminado en ${seconds} s.`,
    incomplete: 'La orden no está completa: el intérprete espera más líneas.',
    shellEnded: 'El intérprete de órdenes ha terminado.',
    noShell: (why) => `No se ha podido abrir el intérprete de órdenes: ${why}`,
    secondTerminal: (command) => `En un segundo terminal, porque sigue en marcha: ${command}`,
    failedLine: (line) => `Ha fallado la línea: ${line}`,
    unknownStep: 'Esta orden ya no está en la página.',
    stuck:
      'No se ha podido terminar el programa que estaba abierto; la orden que sigue tendrá un intérprete nuevo.',
    fault: (why) => `Algo ha fallado en Capas: ${why}`,
  },
  en: {
    left: (name) => `Left ${name} first, with Ctrl-D.`,
    leftByForce: (name) => `Interrupted ${name} first.`,
    openFirst: (command) => `It is typed into another program, which is not open. Run this first: ${command}`,
    nothingOpen: 'It is typed into another program, which is not open.',
    notReady: 'The program that is open does not wait for a command yet; nothing was typed.',
    programEnded: 'The program that it is typed into ended first; nothing was typed.',
    unread: 'The program ended without reading the command, which was thrown away: nothing has run it.',
    endedBefore: (line) => `The program ended before this line, which was not typed: ${line}`,
    noGuard: "The temporary folder can't be written to, which is needed before a program is typed into.",
    otherProgram: (prompt) =>
      `Another program is open: this is typed where it says «${prompt}»; nothing was typed.`,
    needsValue: (placeholder) => `${placeholder} needs a value.`,
    badValue: (placeholder) =>
      `The value of ${placeholder} can't be empty, begin with "-" or hold line ends or control characters.`,
    quotedValue: (placeholder) =>
      `The value of ${placeholder} may only hold letters, digits and . _ - / : @ % + = ,`,
    timedOut: (seconds) => `It did not end within ${seconds} s.`,
    incomplete: 'The command is not complete: the shell waits for more lines.',
    shellEnded: 'The shell has ended.',
    noShell: (why) => `The shell could not be opened: ${why}`,
    secondTerminal: (command) => `In a second terminal, because this is still running: ${command}`,
    failedLine: (line) => `This line failed: ${line}`,
    unknownStep: 'This command is no longer on the page.',
    stuck: 'The program that was open could not be ended; the next command gets a new shell.',
    fault: (why) => `Something went wrong in Capas: ${why}`,
  },
};
