import { hasFlag, plainWords, type ValuedOptions } from '../arguments.ts';
import type { Family, Knowledge } from '../behaviour.ts';
import { asCommand } from '../simple-commands.ts';
import { openIn } from './inner.ts';

const valued: ValuedOptions = { letters: 'nc', names: 'namespace context container image kubeconfig' };

const cluster: Knowledge = (simple, look) => {
  const { args } = simple;
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const [verb = '', pod, ...typed] = plainWords(own, valued);
  switch (verb) {
    case 'edit':
      return { fillsScreen: true };
    case 'port-forward':
    case 'proxy':
      return { endless: true };
    case 'logs':
      return { endless: hasFlag(own, 'f', 'follow') };
    case 'get':
      return { endless: hasFlag(own, 'w', 'watch', 'watch-only') };
    case 'login':
      return { asks: simple.name === 'oc' && !own.some((arg) => /^(?:-p|--token|--password)/.test(arg)) };
    case 'rsh':
      return { opens: openIn(pod ?? simple.name, typed, 'shell', look(asCommand(typed, simple))) };
    case 'exec':
    case 'run':
    case 'attach':
    case 'debug':
      break;
    default:
      return {};
  }
  if (!hasFlag(own, 't', 'tty')) return {};
  const run = end < 0 ? typed : args.slice(end + 1);
  const inner = look(asCommand(run, simple));
  const heard = hasFlag(own, 'i', 'stdin');
  return {
    opens: heard ? openIn(pod ?? 'kubectl', run, 'shell', inner) : null,
    fillsScreen: inner.fillsScreen,
    asks: heard && inner.asks,
    endless: inner.endless,
  };
};

/** Programs that speak to a cluster of containers. */
export const clusters: Family = { kubectl: cluster, k: cluster, oc: cluster };
