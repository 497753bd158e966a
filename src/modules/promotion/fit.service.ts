import { missing } from '../../core/missing.ts';
import { outcomeOperations } from '../evaluation/outcome-operations.ts';
import { parkOperations } from '../parks/operations.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import type { Reading } from './context.service.ts';
import type { Fit } from './review.ts';

const edition = { ruleId: 'park-fit', edition: '1' } as const;
const order = ['close', 'some', 'none'] as const;
const said = {
  close: { zh: '高度契合', en: 'Close' },
  some: { zh: '契合', en: 'Some' },
  none: { zh: '不在主导产业内', en: 'None' },
} as const;
const unknown = { zh: '行业或主导产业未登记', en: 'an industry is not in the register' };
/** Besides the own park; the rest is a list nobody reads. */
const mostSuggested = 5;

/** The project’s own park first, then those whose leading industries suit it best. */
export async function fitsOf(context: Reading, { industry, parkId, unitPath }: PortfolioProject): Promise<Fit[]> {
  const { rows } = await context.ask(parkOperations['parks.list'], { limit: 2000 });
  const subjects = rows.map(({ data }) => {
    const leading = (data.industries as readonly string[] | undefined) ?? [];
    return {
      industry: industry ?? missing('not-stated'),
      leading: leading.length > 0 ? [...leading] : missing('not-stated'),
    };
  });
  const asked = { ...edition, unitPath, subjects: subjects as never };
  const { outcomes } = await context.ask(outcomeOperations['rules.outcomes'], asked);
  const fits = rows.map(({ id, data }, i): Fit => {
    const shown = outcomes[i]?.fit;
    const word = shown !== undefined && 'word' in shown ? order.find((each) => each === shown.word) : undefined;
    return {
      parkId: id,
      name: data.name,
      fit: word ?? null,
      said: word === undefined ? unknown : said[word],
      isOwn: id === parkId,
    };
  });
  const place = ({ fit }: Fit) => (fit === null ? order.length : order.indexOf(fit));
  const others = fits.filter(({ fit, isOwn }) => !isOwn && (fit === 'close' || fit === 'some'));
  return [
    ...fits.filter(({ isOwn }) => isOwn),
    ...others.sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1)).slice(0, mostSuggested),
  ];
}
