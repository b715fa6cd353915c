/**
 * Stands in for elkjs, which Mermaid brings for a layout that Capas does not use, under a licence (EPL or GPL)
 * that its copies could not be handed on with.
 */
export default class NoElk {
  layout(): Promise<never> {
    return Promise.reject(new Error('The ELK layout is not part of Capas. Take another, such as dagre.'));
  }
}
