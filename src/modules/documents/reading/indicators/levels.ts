import { nounAfter, trimmed, withoutLinks } from './clauses.ts';
import { type Clause, type Figure, isRatio, isWorded, plain, plainFigure } from './figure.ts';
import { growth, reward, share } from './growth.ts';
import { counted, nounIn, ofList, settled } from './names.ts';
import { establish, firstOf, isMeasure, notCounted, nounStops, planned } from './words.ts';

const openQuotes = '“‘"「『';

/** Written in Chinese and small, a number may as well be a figure of speech (两大战略, 三个代表). */
const isSmallCardinal = ({ text, quantity: { digits, values } }: Clause): boolean =>
  !/\d/.test(text.slice(digits.start, digits.end)) && Number(values[0]) < 100;

/** 六大产业. */
const isGreat = ({ text, quantity: { digits } }: Clause): boolean =>
  text.slice(digits.start, digits.end).includes('大');

/** The list or the verb before a number that makes it a count of the plan's own parts. */
function countsOwnParts({ text, quantity, from }: Clause): boolean {
  const lead = trimmed(text, { start: from, end: quantity.start });
  const quoted = lead.end > lead.start && openQuotes.includes(text.charAt(lead.end - 1));
  const end = quoted ? lead.end - 1 : lead.end;
  const words = text.slice(lead.start, end);
  if (/等$/.test(words) || establish.endingAt(text, end) > 0) return true;
  // “A、B、C四大产业” names them first; “A委员会、十大产业” goes on to another thing.
  return /[、和与及]/.test(words) && !/[、和与及，]$/.test(words);
}

const placesOfOne = /^[县市省区园村镇乡岛湖]$/;

function countedName(clause: Clause): { name: string; end: number } | null {
  const { text, quantity, next } = clause;
  // “4台75吨锅炉”: the noun comes after the size.
  const sized = next !== undefined && trimmed(text, { start: quantity.end, end: next.start }).start >= next.start;
  const noun = nounAfter(text, sized ? next : quantity, sized ? undefined : next);
  let name = plain(text.slice(noun.start, noun.end));
  let { end } = noun;
  const before = plain(text.slice(quantity.end, noun.start)).replace(/的$/, '');
  const first = before.slice(0, firstOf(nounStops, before, 1, before.length));
  if (/的$/.test(text.slice(quantity.end, noun.start).trimEnd()) && isPlanned(first)) {
    end = text.indexOf(first.slice(-1), quantity.end + first.length - 1) + 1;
    name = first;
  }
  if (name.length === 1 && placesOfOne.test(name)) {
    const bracket = /^（[^（）]{1,6}）/.exec(text.slice(end, end + 8))?.[0] ?? '';
    name = (name === '园' ? '园区' : name) + bracket;
    end += bracket.length;
  }
  return { name: name.replace(/(?<=.{3})(?:建设|发展)$/, ''), end };
}

/** “A、B等5大类矿产”: the number counts the list before it. */
const closesList = ({ text, quantity }: Clause): boolean =>
  /等\s*$/.test(text.slice(Math.max(0, quantity.start - 4), quantity.start));

/** “千人大会”: a round number in quotes is a name. */
const isSlogan = ({ text, quantity: { start, digits } }: Clause): boolean =>
  openQuotes.includes(text.charAt(start - 1)) && /^[百千万亿]/.test(text.slice(digits.start, digits.end));

const isPlanned = (name: string): boolean => planned.endingAt(name, name.length) > 0;

/** “亿元以上工业项目”: a sum that only describes what is counted. */
const isThreshold = ({ quantity }: Clause, name: string): boolean =>
  /元$/.test(quantity.unit) && quantity.comparator !== '=' && !/资金|基金|投资|产值$/.test(name);

const namesNext = ({ text, quantity, next }: Clause): boolean =>
  next !== undefined && !/[，、。；：“”和与及]/.test(text.slice(quantity.end, next.start));

/** “110千伏变电站4座”: a size that belongs to the name of what is counted. */
const sizesNext = (clause: Clause): boolean =>
  clause.next !== undefined && clause.countsThings(clause.next.unit) && namesNext(clause);

const massUnit = /(?:吨|公斤|千克|斤|升|立方米)$/;

/** A number before its noun: “24户规上企业”, “等5个战略联盟”, “形成五个功能片区”. */
function countedNoun(clause: Clause): Figure | null {
  const { text, quantity, from } = clause;
  if (isRatio(quantity.unit)) return null;
  const found = countedName(clause);
  if (found === null) return null;
  const { name, end } = found;
  if (!/^[\u4e00-\u9fffA-Za-z“]/.test(name)) return null;
  const things = clause.countsThings(quantity.unit);
  if (name.length < 2 && !(things ? /[率额量]/.test(name) || placesOfOne.test(name) : massUnit.test(quantity.unit)))
    return null;
  const own = isGreat(clause) || (things && isSmallCardinal(clause));
  if (own && !(closesList(clause) || (isPlanned(name) && !clause.wider && countsOwnParts(clause)))) return null;
  if (things && !isPlanned(name) && isSlogan(clause)) return null;
  // “4个开发区工业总产值达到…”: the number belongs to the name of the next figure.
  if (things && isMeasure(name) && namesNext(clause)) return null;
  if (!things && (isThreshold(clause, name) || sizesNext(clause))) return null;
  // A project's capacity stands in its name and belongs to it.
  if (/项目$/.test(name) && !(things && /^[个家户项]$/.test(quantity.unit))) return null;
  const yearly = /年(产|加工|处理|生产)\s*$/.exec(text.slice(from, quantity.start))?.[1];
  const full = things ? counted(name, quantity.unit, clause) : amountName(name, yearly, clause);
  return {
    ...plainFigure(full, trimmed(text, { start: quantity.start, end })),
    carries: name,
    counts: own,
    beforeNoun: true,
  };
}

function amountName(name: string, yearly: string | undefined, { quantity }: Clause): string {
  if (yearly !== undefined) return `${name}年${yearly}量`;
  if (quantity.form === 'order-of-magnitude' || /产业|集群|基地|园区?$/.test(name)) return `${name}规模`;
  return name.length < 3 && massUnit.test(quantity.unit) ? `${name}产量` : name;
}

/** “五年累计” before or after the name. */
const overYears = /^(?:[\d一二三四五六七八九十]{1,3}年)?累计|(?:[\d一二三四五六七八九十]{1,3}年)?累计$/;

/** “5家龙头企业实现产值…”: what was counted is part of the name. */
const goingOn = ({ text, from, countedBefore }: Clause, name: string): string =>
  countedBefore !== null && /^\s*(?:实现|完成|创造)/.test(text.slice(from, from + 4))
    ? `${countedBefore}${name}`
    : name;

const inheritsPart = /(?:以上|以下|[属级型营股资])$/;
const onlyNew = /^(?:每年|年|净)?新增$/;

/** Whether the words before are a part of the whole just named (“其中，规模以上7户”). */
const isPart = ({ text, from }: Clause, said: string) =>
  said.includes('其中') || /其中[，,：:\s]*$/.test(text.slice(Math.max(0, from - 5), from));

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
  /^\s*(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|发展|拓展|[增升降]|压减)[到至]/.test(text.slice(at, at + 8));

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
  const { span, linked } = withoutLinks(text, { start: from, end: quantity.start }, clause.periods);
  const own = nounIn(clause, ofList(clause, span));
  const compared = quantity.start < quantity.digits.start;
  const followed = hasNounAfter(text, quantity.end);
  let { name, start } = own;
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
    const carried = goesOn && !followed ? carriedName(clause) : null;
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
    carries: name,
    attributive,
  };
}

/** What the number stands before is no thing of the plan: 4个方面, 10公里范围. */
function countsNothing({ text, quantity }: Clause): boolean {
  const after = plain(text.slice(quantity.end, quantity.end + 8)).replace(/^的/, '');
  return notCounted.startingAt(after, 0) > 0;
}

/** Reads what one number of a clause measures; null where the sentence does not say. */
export function figureOf(clause: Clause): Figure | null {
  const changed = reward(clause) ?? growth(clause) ?? share(clause);
  if (changed !== null) return changed;
  return countsNothing(clause) ? null : (namedFigure(clause) ?? countedNoun(clause));
}
