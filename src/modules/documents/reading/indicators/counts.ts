import { nounAfter, trimmed } from './clauses.ts';
import { type Clause, type Figure, isRatio, plain, plainFigure } from './figure.ts';
import { counted } from './names.ts';
import { establish, firstOf, isMeasure, nounStops, planned } from './words.ts';

export const openQuotes = '“‘"「『';

/** Written in Chinese and small, a number may as well be a figure of speech (两大战略, 三个代表). */
const isSmallCardinal = ({ text, quantity: { digits, values } }: Clause): boolean =>
  !/\d/.test(text.slice(digits.start, digits.end)) && Number(values[0]) < 100;

/** 六大产业. */
export const isGreat = ({ text, quantity: { digits } }: Clause): boolean =>
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
  // “5家开发区增速低于全市”: what they do is no part of what is counted.
  const doing = /^(.*?(?:企业|开发区|园区|项目|乡镇|街道|[县市区]))[^县市区]{2,14}(?:低于|高于|超过|快于|慢于)/.exec(
    name,
  )?.[1];
  return { name: (doing ?? name).replace(/(?<=.{3})(?:建设|发展)$/, ''), end };
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
export function countedNoun(clause: Clause): Figure | null {
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
  // “1类新药品种10个”: the class is part of the name.
  if (/类$/.test(quantity.unit) && clause.next !== undefined && namesNext(clause)) return null;
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
