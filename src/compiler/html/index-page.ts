import { escapeHtml } from '../html-text.ts';
import type { Lesson } from '../model.ts';
import type { RenderOptions } from './options.ts';
import { renderPage } from './page.ts';
import { type Words, wordsFor } from './words.ts';

/** What the index shows of a course. */
export interface CourseView {
  title: string;
  lang: string;
  description?: string;
  theme?: RenderOptions['theme'];
  lessons: { slug: string; lesson: Lesson }[];
}

/** The index of a course: a card a lesson, each with its deck and its handout. */
export function renderCourse(course: CourseView, options: { runtime: string }): string {
  const words = wordsFor(course.lang);
  const cards = course.lessons.map(({ slug, lesson }) => renderCard(slug, lesson, words));
  return renderPage(
    {
      lang: course.lang,
      name: 'course',
      title: course.title,
      description: course.description ?? '',
      head: '',
      body: `<main id="capas-content" class="course">\n${renderOpening(course, words)}\n<ol class="cards">\n${cards.join('\n')}\n</ol>\n</main>`,
    },
    { ...options, theme: course.theme ?? 'auto' },
  );
}

function renderOpening({ title, description, lessons }: CourseView, words: Words): string {
  const lead = description ? `<p class="course__lead">${escapeHtml(description)}</p>` : '';
  const facts = `<p class="course__facts">${escapeHtml(words.lessons(lessons.length))}</p>`;
  return `<header class="course__opening"><div><h1>${escapeHtml(title)}</h1>${lead}${facts}</div></header>`;
}

function renderCard(slug: string, lesson: Lesson, words: Words): string {
  const address = escapeHtml(encodeURIComponent(slug));
  const title = escapeHtml(lesson.title);
  const facts = words.lessonFacts(lesson.slides.length, lesson.steps.length, lesson.exercises.length);
  const { description } = lesson.settings;
  return [
    '<li class="card">',
    `<h2><a href="${address}/">${title}</a></h2>`,
    description === '' ? '' : `<p class="card__lead">${escapeHtml(description)}</p>`,
    `<p class="card__facts">${escapeHtml(facts)}</p>`,
    `<p class="card__links"><a href="${address}/" aria-label="${escapeHtml(words.slides)}: ${title}">${escapeHtml(words.slides)}</a>`,
    `<a href="${address}/handout.html" aria-label="${escapeHtml(words.handout)}: ${title}">${escapeHtml(words.handout)}</a></p>`,
    '</li>',
  ]
    .filter(Boolean)
    .join('\n');
}
