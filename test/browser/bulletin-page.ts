import type { Page } from 'playwright-core';
import type { OfficialDocument } from '../../src/core/publication/document.ts';
import { numbersIn } from '../../src/core/publication/loose-numbers.ts';
import { type Differences, difference, numbersOfFigures } from '../bulletin-figures.ts';

/** Numbers of the bulletin on the page against its figures; what stands outside of a figure there is loose. */
export async function pageDifferences(page: Page, document: Pick<OfficialDocument, 'blocks'>): Promise<Differences> {
  const blocks = await page.locator('.paper').evaluate((paper) => {
    const places = 'p, h2, td, th, figcaption, .paper-bar > span';
    return [...paper.querySelectorAll(places)].map((place) => {
      const copy = place.cloneNode(true) as Element;
      const figures = [...copy.querySelectorAll('.paper-figure')].map((figure) => figure.textContent ?? '');
      for (const figure of copy.querySelectorAll('.paper-figure')) figure.textContent = '□';
      return { text: copy.textContent ?? '', figures };
    });
  });
  const bars = await page.locator('.paper-bar > .paper-figure').allTextContents();
  const tied = [...blocks.flatMap(({ figures }) => figures), ...bars].flatMap(numbersIn);
  const { loose, lost } = difference(tied, numbersOfFigures(document));
  return { loose: [...loose, ...blocks.flatMap(({ text }) => numbersIn(text))], lost };
}
