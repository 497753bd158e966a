import type { ReadDocument } from '../../../core/document.ts';
import type { DocumentFacts } from '../extraction.ts';
import issuers from '../vocabulary/issuers.json' with { type: 'json' };
import { dayIn, narrow } from './entities/dates.ts';
import { type Passage, passagesOf } from './entities/passages.ts';
import { baseYearIn, planPeriodIn } from './entities/plan-years.ts';
import { wordList } from './entities/words.ts';
import { placesOf } from './entities/zone.ts';
import type { Section } from './reading.ts';

const organs = wordList(issuers.organs);
const kinds = wordList(issuers.documentKinds);
const headLength = 24;

/** Title, issuer, number, dates, planning period and regions, from the head of the document and its own words. */
export function aboutOf({ blocks }: ReadDocument, _sections: readonly Section[]): DocumentFacts {
  const passages = passagesOf(blocks);
  const head = passages.slice(0, headLength).map(plain);
  const [first] = blocks;
  const caption = first?.kind === 'table' ? close(first.title ?? '') : '';
  const title = titleIn(head) ?? (caption.length >= 6 && isKind(caption) ? caption : null);
  const issuer =
    issuerIn(head) ??
    issuerIn(
      passages
        .slice(-6)
        .map(plain)
        .filter((text) => text.length < 40),
    );
  const text = narrow(passages.map(({ prose }) => prose.text).join('\n'));
  const columns = blocks.flatMap((block) => (block.kind === 'table' ? block.columns : []));
  const issuedOn = dateLine(head) ?? dateLine(passages.slice(-8).map(plain).reverse());
  const period = planPeriodIn(title ?? '', text);
  return {
    title,
    issuer,
    number: numberIn(head),
    issuedOn,
    period,
    baseYear: baseYearIn(text, columns.join('\n'), period?.start ?? issuedOn?.slice(0, 4) ?? null),
    regions: placesOf(title, issuer, text),
  };
}

/** A passage with its number, so that a chapter is not taken for the title. */
const plain = ({ prose, marker, kind }: Passage): string =>
  `${kind === 'heading' ? (marker ?? '') : ''}${prose.text}`.replace(/\s+/gu, ' ').trim();
const close = (text: string): string => text.replace(/\s+/gu, '');

const isKind = (title: string): boolean =>
  kinds.endingAt(title, title.length) > 0 ||
  (/[（(][^（）()]{2,20}[）)]$/u.test(title) && isKind(title.replace(/[（(][^（）()]*[）)]$/u, '')));

/** 《…》 that a notice says it prints; what “关于印发…的通知” prints; else the first line that is a title. */
function titleIn(head: readonly string[]): string | null {
  for (const line of head) {
    const quoted =
      /《([^《》]{4,60})》[^《》。]{0,60}(?:现印发|印发给你们|已经[^。]{0,40}(?:同意|通过|批准)|业经)/u.exec(line);
    if (quoted !== null) return close(quoted[1] as string);
  }
  for (let i = 0; i < head.length; i++) {
    const joined = close(head.slice(i, i + 3).join(''));
    const notice = /(?:关于)?印发《?([^《》。]{4,60}?)》?的?通知/u.exec(joined);
    if (notice !== null && joined.indexOf(notice[0]) < close(head[i] as string).length) return notice[1] as string;
  }
  return titleLine(head);
}

function titleLine(head: readonly string[]): string | null {
  for (let i = 0; i < Math.min(head.length, 12); i++) {
    for (const size of [1, 2, 3]) {
      const lines = head.slice(i, i + size);
      const title = close(lines.join('')).replace(/^《(.*)》$/u, '$1');
      const isPlain =
        !/[。；：:，,!？]|\.{3}|…/u.test(title) &&
        !/^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|第.{1,3}[章节部])/u.test(title);
      if (lines.length !== size || title.length < 6 || title.length > 60 || !isPlain || !isKind(title)) continue;
      const years = close(head[i + size] ?? '');
      return /^[（(]\d{4}[^（）()。]{1,14}[）)]$/u.test(years) ? title + years : title;
    }
  }
  return null;
}

const notAnIssuer = /[。，；《》]|各[县市区乡]|直属|抄送/u;

/** The organ that signs or prints: its name alone on a line, or before 关于, 印发, 文件. */
function issuerIn(lines: readonly string[]): string | null {
  for (const line of lines.map(close)) {
    const before = line.replace(/(?:关于|印发|文件|发布|\d{4}年).*$/u, '').replace(/^[#*\s]+/u, '');
    if (before.length < 4 || before.length > 40 || notAnIssuer.test(before)) continue;
    if (organs.endingAt(before, before.length) > 0) return before;
  }
  return null;
}

/** 发文字号 on a line of its own, or at the end of the letterhead. */
function numberIn(head: readonly string[]): string | null {
  for (const line of head.map((each) => narrow(close(each)).replace(/^[^〔]*通知(?=[\u4e00-\u9fff]{2,12}〔)/u, ''))) {
    const found =
      /^(?:.{0,30}(?:文件|办公室|办公厅|政府))?([\u4e00-\u9fff]{2,12})[〔[［（(【](\d{4})[〕\]］）)】]第?(\d+)号$/u.exec(
        line,
      );
    if (found !== null) return `${found[1]}〔${found[2]}〕${found[3]}号`;
  }
  return null;
}

/** 成文日期: a day alone on its line, or after the organ that signs or prints. */
function dateLine(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = dayIn(line);
    if (found === null || line.length - (found.end - found.start) > 24) continue;
    const [before, after] = [close(line.slice(0, found.start)), close(line.slice(found.end))];
    const signed = before === '' || organs.endingAt(before, before.length) > 0;
    // “——2026年1月20日在……会议上”: a report bears the day on which it was given.
    if (/^[—－–-]{1,4}$/u.test(before) && /^在.{4,40}(?:会议|大会|会)上$/u.test(after)) return found.day;
    if (signed && /^(?:印发|发布|施行|）|\)|起施行)?$/u.test(after)) return found.day;
  }
  return null;
}
