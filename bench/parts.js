/** What benches measure of Capas from within. */
export { compile } from '../src/compiler/compile.ts';
export { renderDeck } from '../src/compiler/html/deck.ts';
export { loadCourse } from '../src/course/course.ts';
export { launchBrowser } from '../src/export/browser.ts';
export { renderMermaid } from '../src/export/mermaid.ts';
export { printLesson } from '../src/export/pdf.ts';
export { makeSite } from '../src/export/site.ts';
export { writeSite } from '../src/export/site-folder.ts';
export { startHelper } from '../src/helper/server.ts';
export { askPass, enter, greet, openSocket } from '../tests/entry/enter.ts';
