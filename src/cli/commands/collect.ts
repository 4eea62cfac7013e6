// Owns `dabiao collect`.
import { basename } from 'node:path';
import { collect } from '../../jobs/collect';
import type { Answer, Collection, Place } from '../../jobs/collection';
import type { Language, Sentence } from '../../text/sentence';
import type { Command, Invocation } from '../command';
import { refuseInputAsOutput, writeOutputs } from '../files';
import { JSON_OUTPUT, MEMBERS, OUT, PROFILE, YEAR } from '../options';
import { sentencesAsText } from '../sentences';
import { readMembers, yearOf } from '../settings';
import { named, openWorkbook, profileOf } from '../workbooks';

export const collectCommand: Command = {
  name: 'collect',
  operands: 'FILE RETURNED…',
  least: 2,
  most: Number.MAX_SAFE_INTEGER,
  summary: {
    zh: '把各部门填好的工作簿汇总进总表；有出入的列出来，不覆盖任何已有的值。',
    en: 'Merges filled department workbooks into the master; what differs is listed, nothing is overwritten.',
  },
  options: [OUT, JSON_OUTPUT, PROFILE, YEAR, MEMBERS],
  run,
};

async function run({ files, options, language }: Invocation): Promise<number> {
  const [master = '', ...returned] = files;
  const out = String(options['out']);
  await refuseInputAsOutput(out, files);
  const { workbook, snapshot } = await openWorkbook(master);
  const returns = [];
  for (const path of returned) {
    const opened = await openWorkbook(path);
    returns.push({ fileName: basename(path), snapshot: opened.snapshot });
  }
  const year = yearOf(options);
  const settings = { profile: profileOf(options), members: await readMembers(options), ...(year !== null && { year }) };
  const { plan, ...collection } = collect(snapshot, returns, settings);
  const bytes = named(master, () => {
    workbook.apply(plan);
    return workbook.save();
  });
  await writeOutputs([{ path: out, bytes }]);
  console.log(
    options['json']
      ? JSON.stringify({ version: 1, ...collection }, sentencesAsText, 2)
      : collectionText(out, collection, language),
  );
  return 0;
}

type Words = (text: Sentence) => string;

/** One kind of thing that a person must look at: its heading, and a line each. */
const SECTIONS: readonly { readonly title: Sentence; lines(collection: Collection, words: Words): string[] }[] = [
  {
    title: { zh: '答复不一致，总表留空', en: 'Answers differ, the master stays empty' },
    lines: ({ conflicts }) =>
      conflicts.map(
        (one) =>
          `${placeText(one)}：${[one.standing ? [`总表 ${one.standing}`] : [], one.answers.map(answerText)].flat().join('；')}`,
      ),
  },
  {
    title: { zh: '数值可疑，请核对', en: 'Suspicious values' },
    lines: ({ suspicious }, words) =>
      suspicious.map((one) => `${placeText(one)}：${answerText(one.answer)}，${words(one.why)}`),
  },
  {
    title: { zh: '没有对上的行', en: 'Rows not matched' },
    lines: ({ unmatched }, words) =>
      unmatched.map((one) => `${one.file} 第 ${one.row} 行 ${one.indicator} ${one.value}：${words(one.why)}`),
  },
  {
    title: { zh: '按文字对上的行，请核对', en: 'Rows matched by their words' },
    lines: ({ looseMatches }, words) =>
      looseMatches.map((one) => `${one.indicator} ← ${one.file} ${one.returned}：${words(one.why)}`),
  },
  {
    title: { zh: '尚未报送', en: 'Not answered yet' },
    lines: ({ missing }) =>
      missing.map((one) => `${one.department}（${one.indicators} 项${one.kind === 'blank' ? '，交回空表' : ''}）`),
  },
  {
    title: { zh: '没有认出表格的文件', en: 'Files with no table found' },
    lines: ({ unread }) => [...unread],
  },
];

function placeText({ seq, indicator, column }: Place): string {
  return `${seq ? `${seq} ` : ''}${indicator}（${column}）`;
}

function answerText({ department, file, value }: Answer): string {
  return `${department ?? file} ${value}`;
}

function collectionText(out: string, collection: Collection, language: Language): string {
  const sections = SECTIONS.flatMap(({ title, lines }) => {
    const found = lines(collection, (sentence) => sentence[language]);
    return found.length === 0 ? [] : [`${title[language]}（${found.length}）`, ...found.map((line) => `  ${line}`), ''];
  });
  const filled = collection.filled.length;
  const end =
    language === 'zh'
      ? `${out}：已填入 ${filled} 个数值，明细见“回收情况”。`
      : `${out}: ${filled} values filled in; see the sheet 回收情况.`;
  return [...sections, end].join('\n');
}
