import type { Prose, Source, Span, TableBlock } from '../../../core/document.ts';
import type { EnterpriseFact } from '../extraction.ts';
import type { Draft } from './draft.ts';
import {
  besideFullNames,
  cuedEnterprises,
  leadingEnterprises,
  listedEnterprises,
} from './entities/enterprise-lists.ts';
import { coreName, fuller, sameFirm } from './entities/enterprise-names.ts';
import { organisationsIn, ownerLength } from './entities/organisations.ts';
import { cellProse, sourceAt, statementsOf } from './entities/passages.ts';
import { projectItems } from './entities/project-items.ts';
import { shortName } from './entities/regions.ts';

interface Mention {
  readonly name: string;
  readonly source: Source;
  /** A name said to be the same firm: “（与…是同一企业）”, “（以下简称…）”. */
  readonly aliases: readonly string[];
}

/** Firms, universities, institutes and associations that the document names, each once, with its other names. */
export function enterprisesOf(draft: Draft): EnterpriseFact[] {
  const mentions = [...mentionsInText(draft), ...mentionsInTables(draft), ...owners(draft)];
  mentions.sort((a, b) => a.source.start - b.source.start);
  const own = draft.own.names.filter(({ kind }) => kind === 'enterprise');
  return merged(mentions, own, placesOf(draft));
}

/** The document's own places, in full and short: 云河市, 云河. */
const placesOf = ({ about }: Draft): string[] =>
  about.regions.flatMap((name) => [name, shortName(name)]).sort((a, b) => b.length - a.length);

function mentionsInText(draft: Draft): Mention[] {
  return statementsOf(draft.document).flatMap(({ prose }) => mentionsIn(draft, prose));
}

function mentionsIn({ document, own }: Draft, prose: Prose): Mention[] {
  const { text } = prose;
  const formal = organisationsIn(text);
  const others = [
    ...listedEnterprises(text),
    ...leadingEnterprises(text),
    ...cuedEnterprises(text),
    ...besideFullNames(text, formal),
    ...ownNames(own.names, text),
  ];
  const spans = [...formal, ...others.filter((span) => !formal.some((each) => overlap(each, span)))];
  return distinct(spans).map((span) => ({
    name: text.slice(span.start, span.end).replace(/(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])/gu, ''),
    source: sourceAt(document, prose, span),
    aliases: aliasesAfter(text, span),
  }));
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const distinct = (spans: readonly Span[]): Span[] =>
  spans.filter((span, i) => !spans.slice(0, i).some((each) => overlap(each, span)));

const ownNames = (names: Draft['own']['names'], text: string): Span[] =>
  names
    .filter(({ kind }) => kind === 'enterprise')
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .flatMap((name) => {
      const start = text.indexOf(name);
      return start < 0 ? [] : [{ start, end: start + name.length }];
    });

const sameFirmSaid =
  /^[（(](?:与|即|原名|原|又名|亦称|也称)?“?([\u4e00-\u9fff]{2,20}?)”?(?:是同一(?:家)?企业|为同一(?:家)?企业)?[）)]/u;
const shortSaid = /^[（(](?:以下|下)?(?:简称|称)(?:为|：|:)?[“"]?([^”"（）()]{2,14})[”"]?[）)]/u;

/** What stands in brackets right after a name: another name of the firm. */
function aliasesAfter(text: string, { end }: Span): string[] {
  const rest = text.slice(end, end + 40);
  const short = shortSaid.exec(rest)?.[1];
  if (short !== undefined) return [short];
  const same = sameFirmSaid.exec(rest);
  const said = same?.[1];
  return said !== undefined && /同一|即|原名|又名|亦称|也称/u.test(same?.[0] ?? '') ? [said] : [];
}

const nameColumn =
  /企业(?:名称)?$|公司(?:名称)?$|单位名称|(?:建设|实施|项目|投资|业主|申报)(?:单位|主体|业主|企业)|业主/u;

function mentionsInTables({ document }: Draft): Mention[] {
  const tables = document.blocks.filter((block): block is TableBlock => block.kind === 'table');
  return tables.flatMap((table) => {
    const columns = table.columns.flatMap((title, i) => (nameColumn.test(title.replace(/\s+/gu, '')) ? [i] : []));
    return table.rows.slice(table.headerRows).flatMap((row) =>
      row.flatMap((cell, i) => {
        const prose = cellProse(document, cell);
        const formal = organisationsIn(cell.text);
        const whole = columns.includes(i) && formal.length === 0 && isShortName(cell.text);
        const spans = whole ? [{ start: 0, end: cell.text.length }] : formal;
        return spans.map((span) => ({
          name: cell.text.slice(span.start, span.end),
          source: sourceAt(document, prose, span),
          aliases: aliasesAfter(cell.text, span),
        }));
      }),
    );
  });
}

const isShortName = (text: string): boolean =>
  /^[\u4e00-\u9fff（）()]{3,20}$/u.test(text) && !/合计|小计|部门|政府|委员会|管委会|局$/u.test(text);

/** The firm that a project's name begins with: “恒远机械精密轴承项目”. */
const owners = (draft: Draft): Mention[] =>
  projectItems(draft).flatMap(({ prose, span }) => {
    const text = prose.text.slice(span.start, span.end);
    const length = ownerLength(text);
    if (length === 0 || organisationsIn(text).some(({ start }) => start === 0)) return [];
    const place = { start: span.start, end: span.start + length };
    return [{ name: text.slice(0, length), source: sourceAt(draft.document, prose, place), aliases: [] }];
  });

interface Firm {
  names: string[];
  readonly source: Source;
}

/** One fact for each firm; every further mention adds its name. */
function merged(mentions: readonly Mention[], own: Draft['own']['names'], places: readonly string[]): EnterpriseFact[] {
  const firms: Firm[] = [];
  const byName = new Map<string, Firm>();
  // Names of one firm begin alike once places are taken off, so only those are compared.
  const byStart = new Map<string, Set<Firm>>();
  for (const { name, source, aliases } of mentions) {
    const owned = own.find((each) => each.name === name || each.aliases.includes(name));
    const names = [...new Set([...(owned === undefined ? [] : [owned.name]), name, ...aliases])];
    const starts = names.map((each) => coreName(each, places).slice(0, 2));
    const alike = (): Firm | undefined =>
      starts
        .flatMap((start) => [...(byStart.get(start) ?? [])])
        .find((firm) => firm.names.some((one) => names.some((other) => sameFirm(one, other, places))));
    const firm = names.map((each) => byName.get(each)).find((each) => each !== undefined) ??
      alike() ?? { names: [], source };
    if (firm.names.length === 0) firms.push(firm);
    firm.names.push(...names.filter((each) => !firm.names.includes(each)));
    for (const each of names) byName.set(each, firm);
    for (const start of starts) {
      const known = byStart.get(start);
      if (known === undefined) byStart.set(start, new Set([firm]));
      else known.add(firm);
    }
  }
  return firms.map(({ names, source }) => {
    const [name = '', ...aliases] = [...names].sort(fuller);
    return { name, aliases, source };
  });
}
