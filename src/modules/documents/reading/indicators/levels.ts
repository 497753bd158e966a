import { nounAfter, trimmed, withoutLinks, withoutOpenings } from './clauses.ts';
import { countedNoun, isGreat, openQuotes } from './counts.ts';
import { type Clause, type Figure, isRatio, isWorded, plain, plainFigure } from './figure.ts';
import { growth, reward, share, timesAnother } from './growth.ts';
import { counted, nounIn, ofList, parallel, settled } from './names.ts';
import { isMeasure, measures, notCounted, nounStops } from './words.ts';

/** “五年累计” before or after the name. */
const overYears = /^(?:[\d一二三四五六七八九十]{1,3}年)?累计|(?:[\d一二三四五六七八九十]{1,3}年)?累计$/;

/** “5家龙头企业实现产值…”: what was counted is part of the name. */
const goingOn = ({ text, from, countedBefore }: Clause, name: string): string =>
  countedBefore !== null && /^\s*(?:实现|完成|创造)/.test(text.slice(from, from + 4))
    ? `${countedBefore}${name}`
    : name;

/** Nouns that say nothing without the one before: 总数达到138家, 占比41.6%, 增速8%. */
const dependent = /^(?:总数|总量|总户数|占比|比重|增速|增幅|年均增速)$/;

/** “规上企业新增16家，总数达到138家”: 规上企业总数. */
function completed(name: string, { last, place, before, quantity }: Clause): string {
  if (last === null) return name;
  const holder = settled(before[place] ?? before.at(-1) ?? '').name.replace(/^新增|新增$|数$/g, '');
  if (dependent.test(name) && holder !== '' && !holder.endsWith(name)) return `${holder}${name}`;
  if (plannedWork.test(name) && isRatio(quantity.unit)) return `${holder}${name}完成率`;
  if (comparesWith.test(name)) return `${last.name}${name}`;
  // “重点项目96个，年度计划投资152亿元”: the money of what was counted.
  if (/^(?:年度)?(?:计划)?(?:总)?投资$/.test(name) && /项目$/.test(holder) && holder.length <= 12)
    return `${holder}${name}`;
  return name;
}

/** “新增就业4236人，完成年度任务的121%”. */
const plannedWork = /^(?:全?年度?|年初)?(?:目标任务|任务|计划|预期目标)$/;

const comparesWith = /^(?:高于|低于|快于|慢于|好于|优于)/;

const scale = /^(?:总|首期)?规模$|^总?建筑面积$|^注册资本$/;

/** “总规模50亿元的产业基金”, “生物医药（产值210亿元）”: whose scale it is stands beside the number. */
function besides(name: string, { text, from, quantity }: Clause): string {
  const noun = /^\s*的([\u4e00-\u9fff]{2,16})(?=[，。；、）]|$)/.exec(text.slice(quantity.end, quantity.end + 20))?.[1];
  if (scale.test(name) && noun !== undefined && !nounStops.has(noun)) return `${noun}${name}`;
  const open = text.lastIndexOf('（', quantity.start);
  const inside = open >= from && plain(text.slice(open + 1, quantity.start)).startsWith(name);
  if (!inside || !isMeasure(name) || name.length > 4) return name;
  const holder = /^(?:.*(?:[，、；：（）“”是为以]|包括|形成|发展))?([\u4e00-\u9fffA-Za-z]{2,12})$/.exec(
    text.slice(0, open),
  )?.[1];
  return holder === undefined ? name : `${holder}${name}`;
}

const placeWords = /(?:[区园镇乡县市村街]|上游|中游|下游|产业|行业|街道)$/;

/** “其中上游21家、28.6亿元”: parts of the figures named before, each by its unit. */
function partOfLike(name: string, clause: Clause): string | null {
  const { text, likeNamed, quantity, last } = clause;
  if (last === null || likeNamed === null || isMeasure(name) || !/其中/.test(text.slice(0, quantity.start)))
    return null;
  if (likeNamed === name || isRatio(quantity.unit)) return null;
  const things = clause.countsThings(quantity.unit);
  if (things ? !placeWords.test(name) : !/元$/.test(quantity.unit)) return null;
  const base = likeNamed.replace(/^(?:累计)?(?:完成)?/, '').replace(/数$/, '');
  // “其中国家级开发区9家” of 省级以上开发区 is named in full.
  if (things) return /(?:[区园镇乡县市村]|基地|集群)$/.test(base) || name.includes('的') ? null : `${name}${base}`;
  const length = measures.endingAt(base, base.length);
  if (length === 0) return null;
  return `${name}${base.length <= 6 ? base.replace(/^总/, '') : base.slice(-length).replace(/^总/, '')}`;
}

/** Whether a name of the document was passed over right before the number (其中|城东片区|4.2平方公里). */
function passesSubject({ from, quantity, subjectAt }: Clause): boolean {
  for (let at = from; at < quantity.start; at++) if (subjectAt(at) > 0) return true;
  return false;
}

/** “甲产业园（4.2平方公里）”: nothing but the park's name before its size. */
function sizesPark({ text, from, quantity, subjectAt }: Clause): boolean {
  if (!/(?:平方公里|平方千米|公顷|亩)$/.test(quantity.unit)) return false;
  const open = /[（(](?:约|规划)?\s*$/.exec(text.slice(from, quantity.start))?.index ?? -1;
  for (let at = from; at < from + open; at++) if (at + subjectAt(at) === from + open) return true;
  return false;
}

const inheritsPart = /(?:以上|以下|[属级型营股]|[外内国民合独]资)$/;
const onlyNew = /^(?:每年|年|净)?新增$/;

/** Whether the words before are a part of the whole just named (“其中，规模以上7户”). */
const isPart = ({ text, from }: Clause, said: string) =>
  said.includes('其中') || /其中[，,：:\s]*$/.test(text.slice(Math.max(0, from - 5), from));

const topic =
  /^(.{2,20}?)(?:与|同|和|跟)[^，；。]{2,16}?(?:同步|同频|持平|相当|协调)(?:增长|提高|提升)?$|^(.{2,20}?)(?:继续|持续|稳步|不断|显著|明显|大幅|较快|平稳)[^，；。]{0,8}$/;

/** “居民收入与经济增长同步，2025年预计达到4.2万元”: the clause before, which has no figure, names the topic. */
function topicBefore({ text, from, last, place, periods, subjectAt }: Clause): string | null {
  if (place > 0 || text.charAt(from - 1) !== '，') return null;
  const start = Math.max(...['，', '；', '：', '。'].map((mark) => text.lastIndexOf(mark, from - 2))) + 1;
  if (last !== null && last.span.end > start) return null;
  const found = topic.exec(text.slice(start, from - 1));
  const words = found?.[1] ?? found?.[2];
  if (words === undefined || /\d/.test(words)) return null;
  const { start: at } = withoutOpenings(text, { start, end: start + words.length }, periods, subjectAt);
  const name = plain(text.slice(at, start + words.length));
  return isMeasure(name) ? name : null;
}

function carriedName(clause: Clause): string | null {
  const { before, place, likeNamed } = clause;
  return (place > 0 ? before[place] : undefined) ?? likeNamed ?? before.at(-1) ?? null;
}

/** “在研品种80%已进入临床”: the share of them that does something. */
function partThatDoes({ text, quantity }: Clause, name: string, start: number): Figure | null {
  const done = isRatio(quantity.unit)
    ? /^\s*((?:均|都)?(?:已|实现|达到|进入|建成|完成)[^，。；、]{2,12})/.exec(
        text.slice(quantity.end, quantity.end + 18),
      )
    : null;
  if (done === null) return null;
  const span = trimmed(text, { start, end: quantity.end + done[0].length });
  return { ...plainFigure(`${name}${plain(done[1] as string)}比例`, span), kind: 'share', carries: name };
}

/** “…的100亿元提高到120亿元”. */
const movesOn = (text: string, at: number): boolean =>
  /^\s*(?:大幅|逐步|稳步)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|发展|拓展|攀升|跃升|扩展|缩减|缩小|缩短|[增升降]|压减)[到至]/.test(
    text.slice(at, at + 9),
  );

/** Whether a noun comes right after a number, past 的: then the number may belong to it. */
function hasNounAfter(text: string, end: number): boolean {
  let at = end;
  while (text.charAt(at) === ' ' || text.charAt(at) === '的') at++;
  return (
    isChinese(text.charAt(at)) && nounStops.startingAt(text, at) === 0 && !isTier(text, end) && !movesOn(text, end)
  );
}

const ratioKind = (name: string): Figure['kind'] => {
  if (/(?:比重|占比|比例|份额)$/.test(name)) return 'share';
  return /(?:增速|增长率|增幅|降幅|下降率)$/.test(name) ? 'growth_rate' : 'level';
};

const isChinese = (each: string) => /[\u4e00-\u9fff]/.test(each);

/** “5000万元至1亿元的，按…”: a tier of what was named before. */
const isTier = (text: string, at: number) => /^\s*的\s*(?:[，,按给由可]|$)/.test(text.slice(at, at + 6));

/** “产值超50亿元的链主企业”: a bar that the firms must pass, not what the zone aims at. */
function thresholdName({ text, quantity, next }: Clause, name: string): string {
  const { start, end } = nounAfter(text, quantity, next);
  return `${plain(text.slice(start, end))}${name}门槛`;
}

/** A name before its number: “税收达到8.5亿元”, “污水处理厂3座”, “总投资5亿元以上的项目”. */
function namedFigure(clause: Clause): Figure | null {
  const { text, quantity, from, before, describedFrom } = clause;
  if (isGreat(clause) || openQuotes.includes(text.charAt(quantity.start - 1))) return null;
  if (sizesPark(clause)) return plainFigure('面积', trimmed(text, { start: from, end: quantity.end }));
  const { span, linked } = withoutLinks(text, { start: from, end: quantity.start }, clause.periods);
  const own = nounIn(clause, ofList(clause, span));
  const compared = quantity.start < quantity.digits.start;
  const followed = hasNounAfter(text, quantity.end);
  let { start } = own;
  let name = parallel(own.name, span, clause);
  // “甲、乙等28个项目”: the count is of what comes after it.
  if (/等$/.test(name) && clause.countsThings(quantity.unit)) return null;
  // “投入强度、亿元以上项目数”: the list goes on, the sum describes its next member.
  if (followed && /、\s*$/.test(text.slice(from, quantity.start))) return null;
  const measure = isMeasure(name);
  const listAt = Math.max(name.lastIndexOf('、'), name.lastIndexOf('及'), name.lastIndexOf('和'));
  // “具有竞争力、主营业务收入超50亿元的企业”: the last trait alone is measured.
  if (followed && measure && clause.places === 1 && listAt > 0) {
    start = text.lastIndexOf(name.charAt(listAt), span.end - 1) + 1;
    name = name.slice(listAt + 1);
  }
  if (!isWorded(name)) {
    // Nothing but a verb: “到2025年达到500亿元” goes on with the name before.
    const goesOn = linked || compared || clause.place > 0 || quantity.comparator === 'range';
    const part = clause.last !== null && clause.likeNamed !== null && passesSubject(clause);
    const carried = (goesOn || part) && !followed ? (topicBefore(clause) ?? carriedName(clause)) : null;
    if (carried === null) return null;
    name = carried;
    start = trimmed(text, { start: from, end: quantity.start }).start;
  } else {
    if (followed && !measure && !linked) return partThatDoes(clause, name, start);
    if (onlyNew.test(name) && before.length > 0) name = `${settled(before.at(-1) ?? '').name.replace('累计', '')}新增`;
    else if (isPart(clause, own.said) && inheritsPart.test(name) && before.length > 0)
      name += settled(before.at(-1) ?? '').name;
    else if (describedFrom !== null && !measure && !/[，；。]/.test(text.slice(describedFrom, start))) {
      start = describedFrom;
      name = plain(text.slice(start, span.end));
    }
  }
  name = besides(completed(name, clause), clause);
  const part = partOfLike(name, clause);
  const carries = part === null ? name : (clause.likeNamed as string);
  name = part ?? name;
  const attributive = followed && !linked && measure && quantity.comparator !== '=';
  const { name: short, subjectWords } = settled(goingOn(clause, name.replace(overYears, '')));
  const cumulative = own.said.includes('累计') || overYears.test(name) || short.includes('累计');
  const whole = cumulative && !short.includes('累计') ? `累计${short}` : short;
  const parent = isPart(clause, own.said) ? settled(before.at(-1) ?? '').subjectWords : null;
  const ofRatio = isRatio(quantity.unit) ? ratioKind(short) : 'level';
  return {
    ...plainFigure(
      attributive ? thresholdName(clause, whole) : counted(whole, quantity.unit, clause),
      trimmed(text, { start, end: quantity.end }),
    ),
    kind: cumulative && !attributive ? 'cumulative' : ofRatio,
    subjectWords: subjectWords ?? parent,
    carries,
    attributive,
  };
}

/** “…提高到3%”: the same figure as the one that it moves from. */
function movedFrom({ text, from, quantity, last }: Clause): Figure | null {
  if (last === null || !last.startsMove || !movesOn(text, from)) return null;
  return { ...last, span: trimmed(text, { start: from, end: quantity.end }), startsMove: false };
}

const startsMove = ({ text, from, quantity }: Clause): boolean =>
  movesOn(text, quantity.end) && /[由从自][^，；。]{0,10}$/.test(text.slice(from, quantity.start));

/** What the number stands before is no thing of the plan: 4个方面, 10公里范围. */
function countsNothing({ text, quantity }: Clause): boolean {
  const after = plain(text.slice(quantity.end, quantity.end + 8)).replace(/^的/, '');
  return notCounted.startingAt(after, 0) > 0;
}

/** Reads what one number of a clause measures; null where the sentence does not say. */
export function figureOf(clause: Clause): Figure | null {
  const changed = reward(clause) ?? timesAnother(clause) ?? growth(clause) ?? share(clause) ?? movedFrom(clause);
  if (changed !== null) return { ...changed, startsMove: startsMove(clause) };
  if (countsNothing(clause)) return null;
  const figure = namedFigure(clause) ?? countedNoun(clause);
  return figure === null ? null : { ...figure, startsMove: startsMove(clause) };
}
