import type { Span } from '../../../../core/document.ts';
import type { TaskFact } from '../../extraction.ts';
import vocabulary from '../../vocabulary/task-words.json' with { type: 'json' };
import type { Draft } from '../draft.ts';
import type { Section } from '../reading.ts';
import { splitOutside, textIn } from './enumeration.ts';
import { type Passage, passagesOf, sentenceSpans, sourceAt } from './passages.ts';
import { recurrenceOf, unitsOf } from './task-units.ts';
import { wordList } from './words.ts';

const verbs = wordList(vocabulary.verbs);
const adverbs = wordList(vocabulary.adverbs);
const departments = wordList(vocabulary.departments);
const instruments = wordList(vocabulary.instruments);

/** Measures in running text: what is assigned in brackets, and clauses that set up a rule, a fund, a scheme. */
export function textTasks(draft: Draft): TaskFact[] {
  const passages = passagesOf(draft.document.blocks);
  const branches = new Set(draft.sections.map(({ parent }) => parent));
  return passages.flatMap((passage, i) => {
    const assigned =
      assignedIn(draft, passage, passages[i - 1], passages[i + 1]) ??
      assignedInBrackets(draft, passage, passages[i - 1], passages[i + 1]);
    if (assigned !== null) return [assigned];
    if (passage.kind === 'heading') return headedMeasure(draft, passage, branches);
    if (isBackground(draft.sectionOf[passage.block] ?? null)) return [];
    const { text } = passage.prose;
    const all = sentenceSpans(text);
    return all.flatMap((sentence, i) => {
      if (isRunInTitle(text, sentence)) return [];
      const measures = measuresIn(draft, passage, sentence);
      return measures.length > 0 ? measures : assignedSentence(draft, passage, sentence, all[i - 1]);
    });
  });
}

/** “（一）加大项目扶持力度” in a chapter of policies is a measure, and its paragraphs say how. */
function headedMeasure(
  { document, sectionOf }: Draft,
  { prose, block }: Passage,
  branches: ReadonlySet<Section | null>,
): TaskFact[] {
  const section = sectionOf[block] ?? null;
  const parent = section?.heading === block ? section.parent : null;
  const inPolicies = parent !== null && vocabulary.policyChapters.some((word) => parent.title.includes(word));
  const text = prose.text.replace(/[。：；\s]+$/u, '');
  if (!inPolicies || branches.has(section) || text.length < 6) return [];
  const source = sourceAt(document, prose, { start: 0, end: prose.text.length });
  return [{ number: null, text, leads: [], cooperators: [], deadline: null, recurrence: null, source }];
}

/** Chapters that say how things are, not what shall be done. */
function isBackground(section: Section | null): boolean {
  for (let each = section; each !== null; each = each.parent)
    if (vocabulary.background.some((word) => each.title.includes(word))) return true;
  return false;
}

/** “完善土地政策。” at the head of a paragraph is its title; what it promises follows. */
const isRunInTitle = (text: string, { start, end }: Span): boolean =>
  start === 0 && end <= 18 && end < text.length - 1 && !/[，：]/u.test(text.slice(0, end));

const role = (titles: readonly string[]): string => `(?:${titles.join('|')})`;
const { leads, cooperators, deadline } = vocabulary.columns;
const anyRole = role([...leads, ...cooperators, ...deadline]);
const assignment = new RegExp(`[（(【\\[]?\\s*${role(leads)}\\s*[:：]`, 'u');
const field = (titles: readonly string[], text: string): string =>
  new RegExp(
    `${role(titles)}\\s*[:：]\\s*((?:[（(][^（）()]*[）)]|[^（）()；;。】\\]])*?)(?=[，、,]?\\s*${anyRole}\\s*[:：]|[；;。）)】\\]]|$)`,
    'u',
  )
    .exec(text)?.[1]
    ?.trim() ?? '';

/** A bracket that a line end cut open goes on in the next passage. */
function closed({ prose }: Passage, after: Passage | undefined): string {
  const open = Math.max(prose.text.lastIndexOf('（'), prose.text.lastIndexOf('('));
  const isOpen = open >= 0 && !/[）)]/u.test(prose.text.slice(open));
  return isOpen && after !== undefined && after.kind !== 'heading' ? prose.text + after.prose.text : prose.text;
}

/** “……。（责任单位：甲、乙；配合单位：丙；完成时限：2025年12月）”, at the end of its text or on a line of its own. */
function assignedIn(
  { document }: Draft,
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
): TaskFact | null {
  const text = closed(passage, after);
  const at = assignment.exec(text)?.index;
  if (at === undefined) return null;
  const own = text.slice(0, at).trim();
  const holder = own.length >= 4 ? passage : before;
  if (holder === undefined) return null;
  const wording = own.length >= 4 ? own : holder.prose.text;
  const due = field(deadline, text.slice(at));
  return {
    number: holder.marker,
    text: wording.replace(/[。；]$/u, ''),
    leads: unitsOf(field(leads, text.slice(at))),
    cooperators: unitsOf(field(cooperators, text.slice(at))),
    deadline: due === '' ? null : due,
    recurrence: recurrenceOf(due),
    source: sourceAt(document, holder.prose, { start: 0, end: Math.min(wording.length, 200) }),
  };
}

const roleBehind =
  /[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*(?:牵头|负责)[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]。?$/u;

/** “……。（甲局、乙局牵头，丙局配合，2025年6月底完成）”: the role stands behind the units. */
function assignedInBrackets(
  { document }: Draft,
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
): TaskFact | null {
  const text = closed(passage, after);
  const tail = Math.max(0, text.length - 300);
  const match = roleBehind.exec(text.slice(tail));
  if (match === null) return null;
  const at = tail + match.index;
  // A line of its own speaks of the line before it.
  const holder = at >= 4 ? passage : before;
  if (holder === undefined) return null;
  const parts = splitOutside(match[1] as string, { start: 0, end: (match[1] as string).length }, '，；,;').map((part) =>
    textIn(match[1] as string, part),
  );
  const unitsFor = (word: RegExp): string[] =>
    unitsOf(
      parts
        .filter((part) => word.test(part))
        .map((part) => part.replace(word, ''))
        .join('、'),
    );
  const due = parts.filter((part) => !/(?:牵头|负责|配合|参与|协办)$/u.test(part)).at(-1) ?? '';
  const deadline = due.replace(/^于|(?<!持续)(?:完成|落实)$/gu, '');
  const wording = (holder === passage ? text.slice(0, at) : holder.prose.text).replace(/[。；]$/u, '');
  return {
    number: holder.marker,
    text: wording,
    leads: unitsFor(/(?:牵头|负责)$/u),
    cooperators: unitsFor(/(?:配合|参与|协办)$/u),
    deadline: deadline === '' ? null : deadline,
    recurrence: recurrenceOf(deadline),
    source: sourceAt(document, holder.prose, { start: 0, end: Math.min(wording.length, 200) }),
  };
}

/** The clauses of a sentence that do something to an instrument of policy. */
function measuresIn({ document }: Draft, { prose }: Passage, sentence: Span): TaskFact[] {
  const clauses = splitOutside(prose.text, sentence, '，；：,');
  const isOne = (clause: Span): boolean => isMeasure(textIn(prose.text, clause));
  return clauses.flatMap((clause): TaskFact[] => {
    const text = textIn(prose.text, clause);
    if (!isMeasure(text)) return [];
    const whole = textIn(prose.text, sentence);
    const leader = /由([^，。]{2,30}?)(?:牵头|负责|会同)/u.exec(whole)?.[1] ?? '';
    const helper = leader === '' ? '' : (/[，]([^，。]{2,40}?)(?:配合|协助|参与)/u.exec(whole)?.[1] ?? '');
    const due = dueBefore.exec(text)?.[0] ?? dueAfter.exec(whole)?.[1] ?? '';
    const recurrence = recurrenceOf(rhythm.exec(text)?.[0] ?? (clause === clauses.find(isOne) ? rhythmIn(whole) : ''));
    return [
      {
        number: null,
        text,
        leads: unitsOf(leader),
        cooperators: unitsOf(helper),
        deadline: due === '' ? null : due,
        recurrence,
        source: sourceAt(document, prose, clause),
      },
    ];
  });
}

const turn = '每(?:半年|半月|个?季度?|两?个?月|年)';
const rhythm = new RegExp(`${turn}.{0,20}`, 'u');
const done = '(?:召开|开展|调度|通报|组织|评估|举办|报送|会商|走访|听取|督查|巡查|考核|研究|进行|发布)';

/** “每季度召开一次会议” in a later clause says how often the measure is met. */
const rhythmIn = (sentence: string): string =>
  new RegExp(`(?:^|[，；])[^，；。]{0,8}?(${turn}[^，；。]{0,6}${done}[^，；。]{0,16})`, 'u').exec(sentence)?.[1] ?? '';

const byUnit = /(?:^|[^自缘理])由([^，。；由]{2,40}?)(?:牵头|负责|会同)/u;

/** “……。由甲局牵头，乙局配合，于3月底前完成。”: who does what the sentence, or the one before, speaks of; “每月调度一次”. */
function assignedSentence(
  { document }: Draft,
  { prose, marker }: Passage,
  sentence: Span,
  before: Span | undefined,
): TaskFact[] {
  const whole = textIn(prose.text, sentence);
  const leads = unitsOf(byUnit.exec(whole)?.[1] ?? '').filter(isUnit);
  const often = rhythmIn(whole);
  if (leads.length === 0 && !/次/u.test(often)) return [];
  const spoken = leads.length > 0 && /^由/u.test(whole) && before !== undefined ? before : sentence;
  const deadline = dueIn.exec(whole)?.[1] ?? null;
  return [
    {
      number: marker,
      text: textIn(prose.text, spoken).replace(
        /^(?:会议(?:明确|要求|指出|强调|决定)[，：])?(?:[（(][一二三四五六七八九十\d]+[）)])?/u,
        '',
      ),
      leads,
      cooperators:
        leads.length === 0
          ? []
          : unitsOf(/[，]([^，。]{2,60}?)(?:等部门|等单位)?(?:配合|协助|参与)/u.exec(whole)?.[1] ?? ''),
      deadline,
      recurrence: recurrenceOf(often),
      source: sourceAt(document, prose, spoken),
    },
  ];
}

const isUnit = (name: string): boolean =>
  departments.endingAt(name, name.length) > 0 || /管委会$|政府$|街道$/u.test(name);
const dueIn = /(?:于|在|到)?((?:\d{4}年|次年|当年|每年)?\d{1,2}月(?:\d{1,2}日|底|末|中旬)?(?:之?前))/u;
const dueAfter =
  /[，；](?:力争|确保|于|在)?(\d{4}年(?:\d{1,2}月)?(?:年?底|末)?(?:之?前)?)(?:全面|基本)?(?:完成|落实|到位)$/u;

/** “推广“人才贷””, “深化“证照分离”改革”: a scheme known by its own name in quotation marks. */
const slogan = /^.{2,10}“[^”]{2,24}”(?:等?[\u4e00-\u9fff]{0,6})?$/u;

/** “2025年底前” before the verb. */
const dueBefore = /^(?:到|在)?\d{4}年(?:\d{1,2}月)?(?:年?底|末|上半年|下半年)?(?:之?前)?/u;

/** [adverb]* verb … instrument: “积极探索建立“双向飞地”机制”. */
function isMeasure(text: string): boolean {
  let at = dueBefore.exec(text)?.[0].length ?? 0;
  for (let length = adverbs.startingAt(text, at); length > 0; length = adverbs.startingAt(text, at)) at += length;
  const verb = verbs.startingAt(text, at);
  if (verb === 0 || text.length - at < 6) return false;
  const end = text.replace(/(?:建设|等)$/u, '').length;
  return (
    instruments.endingAt(text, end) > 0 || instruments.endingAt(text, text.length) > 0 || slogan.test(text.slice(at))
  );
}
