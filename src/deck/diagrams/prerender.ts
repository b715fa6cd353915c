/** The page that draws diagrams before class: no deck, only the function that it is asked through. */
import { drawDiagram } from './draw.ts';

declare global {
  var capasDrawDiagram: typeof drawDiagram;
}

globalThis.capasDrawDiagram = drawDiagram;
