import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';
import type { Badge } from './badge.ts';

export interface BarActions {
  onEnter(): void;
  onEnlarge(): void;
  onHide(): void;
  onFaster(): number;
  onRecording(): void;
}

/** The terminal's title bar: the badge, the key that enters or leaves, and what can be done to the frame. */
export interface Bar {
  element: HTMLElement;
  setBadge(badge: Badge): void;
  setEntered(entered: boolean): void;
  setLarge(large: boolean): void;
  setSpeed(speed: number): void;
  setOffer(offered: boolean): void;
}

export function makeBar(words: Words, actions: BarActions): Bar {
  const badge = make('span', { class: 'badge' });
  const about = make('span', { class: 'terminal__about' });
  const key = make('kbd', {}, 'T');
  const does = make('span', {}, words.hintEnter);
  const hint = make(
    'button',
    { class: 'terminal__hint', type: 'button', onclick: actions.onEnter },
    key,
    does,
  );
  const offer = make(
    'button',
    { class: 'terminal__offer', type: 'button', hidden: true, onclick: actions.onRecording },
    make('kbd', {}, 'G'),
    make('span', {}, words.showRecording),
  );
  const speed = make(
    'button',
    { class: 'terminal__speed', type: 'button', title: `${words.faster} (+)` },
    '×1',
  );
  speed.addEventListener('click', () => setSpeed(actions.onFaster()));
  const enlarge = makeIcon('enlarge', `${words.enlarge} (E)`, actions.onEnlarge);
  const hide = makeIcon('close', `${words.close} (M)`, actions.onHide);
  const setSpeed = (value: number) => {
    speed.textContent = `×${value}`;
  };
  return {
    element: make('header', { class: 'terminal__bar' }, badge, about, offer, hint, speed, enlarge, hide),
    setBadge: ({ source, label, about: facts }) => {
      badge.className = `badge badge--${source}`;
      badge.textContent = label;
      about.textContent = facts;
      speed.hidden = source === 'live';
      hint.hidden = source !== 'live';
    },
    setEntered: (entered) => {
      key.textContent = entered ? words.leaveKey : 'T';
      does.textContent = entered ? words.hintLeave : words.hintEnter;
    },
    setLarge: (large) => {
      enlarge.title = `${large ? words.shrink : words.enlarge} (E)`;
      enlarge.setAttribute('aria-label', enlarge.title);
    },
    setSpeed,
    setOffer: (offered) => {
      offer.hidden = !offered;
    },
  };
}

function makeIcon(name: string, title: string, onclick: () => void): HTMLButtonElement {
  return make('button', { class: `icon icon--${name}`, type: 'button', title, 'aria-label': title, onclick });
}
