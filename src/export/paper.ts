/** How pages of paper look: slides as pages of their own size, with or without notes, and the handout. */

/** A page as large as a slide. Points are printed as CSS pixels: 1280 × 720 is 13⅓ × 7½ inches. */
export const slidePaper = `
@page { size: 1280px 720px; margin: 0 }
.paper { break-after: page }
`;

/** A slide at the top of an upright A4 page, its notes under it, on as many pages as they take. */
export const notesPaper = `
@page { size: A4; margin: 14mm 16mm }
.paper { zoom: 0.525; border: 2px solid var(--rule); border-radius: 8px }
.said { break-after: page; padding-top: 6mm; font: 11.5pt / 1.5 var(--text); color: var(--ink) }
.said :is(p, ul, ol, dl, table, blockquote, pre) { margin: 0 0 2.5mm }
.said :is(pre, .transcript) { font: 9.5pt / 1.4 var(--code); white-space: pre-wrap; overflow-wrap: anywhere }
.said .transcript { display: block; padding: 3mm; border-radius: 2mm }
.said .transcript pre { margin: 1mm 0 2mm; color: var(--terminal-dim) }
.said .step__row { display: block; min-height: 0 }
.said :is(.step__prompt, .step__command) { display: inline; padding: 0; font: inherit }
.said img { max-width: 100% }
`;

export const handoutPaper = `
@page { size: A4; margin: 18mm 18mm 20mm }
html { font-size: 11pt }
[data-theme="light"], [data-theme="light"] body { background: #fff }
.diagram svg { max-height: 75mm }
header.bar, nav.neighbours, .skip { display: none }
.handout { max-width: none; padding: 0 }
:is(h1, h2, h3, h4) { break-after: avoid }
:is(figure, .diagram, tr, li > p) { break-inside: avoid }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
`;

/**
 * What slides on paper need beside the theme: no window around them, nothing to press, all that comes bit by bit
 * there, and what can be opened open. Containment keeps
 * the browser from looking for page breaks inside of a slide, which unsettles its heights.
 */
export const pagesStyle = `
html, body { height: auto; margin: 0; background: none }
.paper { position: relative; width: 1280px; height: 720px; overflow: hidden; contain: strict }
.paper .reveal { position: static; overflow: visible; height: 720px }
.paper .slide { display: flex; position: relative; background-color: transparent }
.paper__ground { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover }
capas-run { display: none }
.paper .slide .code--steps .code__line { opacity: 1 }
.paper details::details-content { content-visibility: visible }
* { animation: none !important; transition: none !important; print-color-adjust: exact }
`;

/**
 * Runs in the page: makes a page of paper of each slide of the deck that it shows, numbered, its links
 * led to the other pages. Notes stand after their slide, or go.
 */
export function arrangePaper(withNotes: boolean): void {
  const slides = [...document.querySelectorAll<HTMLElement>('body > .reveal > .slides > .column > .slide')];
  const main = document.createElement('main');
  slides.forEach((slide, index) => {
    const section = slide.closest<HTMLElement>('.column')?.dataset['section'];
    slide.dataset['place'] = `${index + 1} / ${slides.length}`;
    if (section) slide.dataset['section'] = section;
    const notes = slide.querySelector<HTMLElement>(':scope > .notes');
    notes?.remove();
    for (const fragment of slide.querySelectorAll('.fragment')) fragment.classList.add('visible');
    for (const covered of slide.querySelectorAll('.moments > :not(:last-child)')) covered.remove();
    main.append(makePaper(slide));
    if (withNotes) main.append(makeSaid(notes));
  });
  document.body.replaceChildren(main);

  function makePaper(slide: HTMLElement): HTMLElement {
    const paper = document.createElement('div');
    paper.className = 'paper reveal-viewport';
    paper.dataset['kind'] =
      /slide--(title|agenda|section|content|exercise)/.exec(slide.className)?.[1] ?? 'content';
    const ground = slide.dataset['backgroundImage'];
    if (ground) {
      const picture = Object.assign(document.createElement('img'), { src: ground, alt: '' });
      picture.className = 'paper__ground';
      paper.append(picture);
    }
    const reveal = document.createElement('div');
    reveal.className = 'reveal';
    reveal.append(slide);
    paper.append(reveal);
    return paper;
  }

  function makeSaid(notes: HTMLElement | null): HTMLElement {
    const said = document.createElement('div');
    said.className = 'said';
    said.append(...(notes?.childNodes ?? []));
    return said;
  }
}

/** Runs in the page: links that lead to pages of the site lead nowhere on paper. */
export function keepLinksOnPaper(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = link.getAttribute('href')!;
    if (href.startsWith('#/')) link.setAttribute('href', `#${href.slice(2)}`);
    else if (!/^(?:#|https?:|mailto:)/i.test(href)) link.removeAttribute('href');
  }
}
