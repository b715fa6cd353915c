import type { RecordingInfo } from '../../protocol/deck-data.ts';
import type { Source } from '../demo/step-view.ts';
import { sayDay, type Words } from '../words/words.ts';

/** What a terminal's badge says: which it is, and where and when that ran. */
export interface Badge {
  source: Source;
  label: string;
  about: string;
}

export function makeLiveBadge(engine: string, words: Words): Badge {
  return { source: 'live', label: words.live, about: engine };
}

/** A recording's date, engine and images, and that its images were stand-ins where they were; or the page's output. */
export function makeReplayBadge(info: RecordingInfo | null, lang: string, words: Words): Badge {
  if (!info) return { source: 'author', label: words.author, about: '' };
  const images = Object.keys(info.images).join(', ');
  const facts = [sayDay(info.date, lang), info.engine, images, info.standIn ? words.standIn : ''];
  return { source: 'recording', label: words.recording, about: facts.filter(Boolean).join(' · ') };
}
