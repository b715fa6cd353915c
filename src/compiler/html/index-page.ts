import type { Lesson } from '../model.ts';
import { escapeHtml } from './escape.ts';
import { renderPage } from './page.ts';
import { type Words, wordsFor } from './words.ts';

/** What the index shows of a course. */
export interface CourseView {
  title: string;
  lang: string;
  description?: string;
  lessons: { slug: string; lesson: Lesson }[];
}

/** The index of a course: a card a lesson, each with its deck and its handout. */
export function renderCourse(course: CourseView, options: { runtime: string }): string {
  const words = wordsFor(course.lang);
  const cards = course.lessons.map(({ slug, lesson }) => renderCard(slug, lesson, words));
  const description = course.description
    ? `<p class="course__lead">${escapeHtml(course.description)}</p>`
    : '';
  return renderPage(
    {
      lang: course.lang,
      name: 'course',
      title: course.title,
      description: course.description ?? '',
      head: '',
      body: `<main id="content" class="course">\n<h1>${escapeHtml(course.title)}</h1>${description}\n<ol class="cards">\n${cards.join('\n')}\n</ol>\n</main>`,
    },
    options,
  );
}

function renderCard(slug: string, lesson: Lesson, words: Words): string {
  const address = escapeHtml(encodeURIComponent(slug));
  const facts = words.lessonFacts(lesson.slides.length, lesson.steps.length, lesson.exercises.length);
  const lead = lesson.settings.description === '' ? '' : `<p>${escapeHtml(lesson.settings.description)}</p>`;
  return [
    '<li class="card">',
    `<h2><a href="${address}/">${escapeHtml(lesson.title)}</a></h2>${lead}`,
    `<p class="card__facts">${escapeHtml(facts)}</p>`,
    `<p class="card__links"><a href="${address}/">${escapeHtml(words.slides)}</a> <a href="${address}/handout.html">${escapeHtml(words.handout)}</a></p>`,
    '</li>',
  ].join('\n');
}
