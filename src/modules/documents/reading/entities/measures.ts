import type { Span } from '../../../../core/document.ts';
import type { TaskFact } from '../../extraction.ts';
import vocabulary from '../../vocabulary/task-words.json' with { type: 'json' };
import type { Draft } from '../draft.ts';
import type { Section } from '../reading.ts';
import { assignedTask } from './assignments.ts';
import { splitOutside, textIn } from './enumeration.ts';
import { type Passage, passagesOf, sentenceSpans, sourceAt } from './passages.ts';
import { dueIn, isUnit, recurrenceOf, rhythm, rhythmIn, unitsOf } from './task-units.ts';
import { wordList } from './words.ts';

const verbs = wordList(vocabulary.verbs);
const adverbs = wordList(vocabulary.adverbs);
const instruments = wordList(vocabulary.instruments);

/** Measures in running text: what is assigned in brackets, and clauses that set up a rule, a fund, a scheme. */
export function textTasks(draft: Draft): TaskFact[] {
  const passages = passagesOf(draft.document.blocks);
  const branches = new Set(draft.sections.map(({ parent }) => parent));
  return passages.flatMap((passage, i) => {
    const assigned = assignedTask(draft, passage, passages[i - 1], passages[i + 1]);
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

const byUnit = /(?:^|[^自缘理])由([^，。；由]{2,40}?)(?:牵头|负责|会同)/u;

/** “……。由甲局牵头，乙局配合，于3月底前完成。”: who does what the sentence, or the one before, speaks of; “每月调度一次”. */
function assignedSentence(
  { document }: Draft,
  { prose, marker }: Passage,
  sentence: Span,
  before: Span | undefined,
): TaskFact[] {
  const whole = textIn(prose.text, sentence);
  // Who explains a document carries out nothing of it.
  const leads = /负责解释/u.test(whole) ? [] : unitsOf(byUnit.exec(whole)?.[1] ?? '').filter(isUnit);
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
