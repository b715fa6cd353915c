import { type Observe, readText } from './facts.ts';

/** `docker network create`. */
export const observeNetwork: Observe = async () => ({
  end(answer) {
    const id = readText(answer, 'Id', 'id');
    return id === '' ? [] : [{ what: 'made', thing: { kind: 'network', id } }];
  },
});
