import type { Command } from './command.ts';

/** All commands, by name, each in a file of its own that is loaded when it is asked for. */
export const commands: Record<string, () => Promise<Command>> = {
  present: () => import('./present.ts').then((file) => file.present),
  open: () => import('./open.ts').then((file) => file.open),
  inspect: () => import('./inspect.ts').then((file) => file.inspect),
  rehearse: () => import('./rehearse.ts').then((file) => file.rehearse),
  preload: () => import('./preload.ts').then((file) => file.preload),
  reset: () => import('./reset.ts').then((file) => file.reset),
  lint: () => import('./lint.ts').then((file) => file.lint),
  diagrams: () => import('./diagrams.ts').then((file) => file.diagrams),
  pdf: () => import('./pdf.ts').then((file) => file.pdf),
  build: () => import('./build.ts').then((file) => file.build),
  doctor: () => import('./doctor.ts').then((file) => file.doctor),
};
