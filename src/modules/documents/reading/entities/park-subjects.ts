import type { Draft } from '../draft.ts';
import { boundsIn } from './park-bounds.ts';
import { areaIn, industriesIn } from './park-details.ts';
import { type ParkMention, plain } from './park-mention.ts';
import { isParkName } from './park-names.ts';
import { sourceAt, statementsOf } from './passages.ts';
import { type WordList, wordList } from './words.ts';

const subject =
  /(?:^|[，；。：]|其中，)\s*([\u4e00-\u9fff（）]{3,16}?(?:区|园|园区|基地))的?(?:规划)?(?:范围|四至|(?:总|用地|占地)?面积|占地|东至|东起)/gu;
const located = /(?:^|[。；])\s*([\u4e00-\u9fff（）]{4,20}?(?:区|园|园区|基地|小镇))(?:位于|地处|坐落)/gu;
const clauseStart = /(?:^|[，；。：为即是]|其中，)\s*/gu;

interface Place {
  readonly name: string;
  readonly start: number;
}

/** Where a sentence turns to a park: a name said before, or a new one right before its size or bounds. */
function turns(text: string, known: WordList): Place[] {
  const places = new Map<number, Place>();
  for (const match of text.matchAll(clauseStart)) {
    const start = match.index + match[0].length;
    const length = known.startingAt(text, start);
    const next = text.slice(start + length, start + length + 8);
    if (
      length > 0 &&
      /^(?:位于|：|[的，]?(?:规划|总|用地|占地)?(?:总|用地)?(?:面积|用地|范围)|占地|，?东[至起])/u.test(next)
    )
      places.set(start, { name: text.slice(start, start + length), start });
  }
  for (const match of text.matchAll(located)) {
    const name = match[1] as string;
    const start = match.index + match[0].indexOf(name);
    if (isParkName(name) && !places.has(start)) places.set(start, { name, start });
  }
  for (const match of text.matchAll(subject)) {
    const name = match[1] as string;
    const start = text.indexOf(name, match.index);
    const vague = /^(?:园区|规划|该|本|总|开发区|开发运营区|现|其中)/u.test(name);
    if (!vague && !places.has(start)) places.set(start, { name, start });
  }
  return [...places.values()].sort((a, b) => a.start - b.start);
}

/** “甲集中区面积5平方公里，东至……；乙集中区……”: each part of the text describes its own park. */
export function subjectMentions({ document, about }: Draft, declared: readonly ParkMention[]): ParkMention[] {
  const known = wordList(declared.map(({ name }) => name));
  return statementsOf(document).flatMap(({ prose }) => {
    const { text } = prose;
    const places = turns(text, known);
    return places.flatMap(({ name, start }, i): ParkMention[] => {
      const said = text.slice(start, Math.min(places[i + 1]?.start ?? text.length, stopOf(text, start)));
      const [bounds, area] = [boundsIn(said), areaIn(said)];
      if (bounds === null && area === null) return [];
      const source = sourceAt(document, prose, { start, end: start + name.length });
      const industries = industriesIn(said);
      return [{ ...plain, name, source, area, bounds, industries, parent: about.regions.at(-1) ?? null }];
    });
  });
}

/** What is said of a park ends with its sentence or the semicolon after it. */
const stopOf = (text: string, start: number): number => {
  const stop = /[。；]/u.exec(text.slice(start));
  return stop === null ? text.length : start + stop.index;
};
