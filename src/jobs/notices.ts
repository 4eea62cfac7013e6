// Owns notices as .docx files, laid out as official papers are: A4, margins, fonts, 落款, 回执. The words stand in report/notices.
import type * as Docx from 'docx';
import { safeFileName } from '../department/sheet-name';
import type { JudgedTable } from '../report/judged';
import {
  circular,
  rectificationNotices,
  type DocumentBlock,
  type DocumentTable,
  type NoticeOptions,
  type OfficialDocument,
  type ReplySlip,
} from '../report/notices';
import type { Profile } from '../table/table';
import { audit } from './audit';

export interface NoticeFile {
  /** Safe on Windows, with its extension; no two alike. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type NoticeFileOptions = Omit<NoticeOptions, 'programme'> & {
  readonly profile: Profile;
  /** In the titles; by default the national programme of the profile, or none where the table is another programme's. */
  readonly programme?: string;
};

const PROGRAMMES: Readonly<Record<Profile, string>> = { city: '国家卫生城市', county: '国家卫生县' };
const programmeOf = (tables: readonly JudgedTable[], profile: Profile): string =>
  audit(tables, { profile }).summary.isOtherProgramme ? '' : PROGRAMMES[profile];

/**
 * The 整改通知单 of every department with an indicator not met, worst first, then the 情况通报. The library that writes them is
 * loaded only here.
 */
export const noticeDocuments = async (
  tables: readonly JudgedTable[],
  options: NoticeFileOptions,
): Promise<NoticeFile[]> => {
  const notice: NoticeOptions = { ...options, programme: options.programme ?? programmeOf(tables, options.profile) };
  const docx = await import('docx');
  const taken = new Set<string>();
  const files: NoticeFile[] = [];
  for (const paper of [...rectificationNotices(tables, notice), circular(tables, notice)]) {
    const name = safeFileName(paper.name, taken);
    taken.add(name);
    files.push({ name: `${name}.docx`, bytes: await writePaper(docx, paper) });
  }
  return files;
};

type Library = typeof Docx;

/** Twentieths of a point. */
const cm = (length: number): number => Math.round((length / 2.54) * 1440);
const A4 = { width: 11906, height: 16838 };
const MARGINS = { top: cm(3.7), bottom: cm(3.5), left: cm(2.8), right: cm(2.6) };
const TEXT_WIDTH = A4.width - MARGINS.left - MARGINS.right;
const LINE = 28 * 20;
/** Two characters of 三号. */
const INDENT = 2 * 16 * 20;

/** Fonts of official papers; sizes in half points: 二号 44, 三号 32, 五号 21. */
const FONTS = {
  title: { eastAsia: '方正小标宋简体', size: 44 },
  heading: { eastAsia: '黑体', size: 32 },
  body: { eastAsia: '仿宋', size: 32 },
  head: { eastAsia: '黑体', size: 21 },
  cell: { eastAsia: '仿宋', size: 21 },
  page: { eastAsia: '宋体', size: 28 },
} as const;
type FontName = keyof typeof FONTS;
const LATIN = 'Times New Roman';

class Writer {
  constructor(private readonly docx: Library) {}

  /** Lines of one cell stay lines; control characters, which XML has no place for, go. */
  private runs(text: string, font: FontName): Docx.TextRun[] {
    const { eastAsia, size } = FONTS[font];
    const lines = text.replace(/[^\P{C}\n]/gu, '').split('\n');
    return lines.map((line, index) => {
      const fonts = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia };
      return new this.docx.TextRun({ text: line, size, font: fonts, ...(index > 0 && { break: 1 }) });
    });
  }

  line(text: string, font: FontName, options: Docx.IParagraphOptions = {}): Docx.Paragraph {
    const spacing = { line: LINE, lineRule: this.docx.LineRuleType.EXACT };
    return new this.docx.Paragraph({ spacing, ...options, children: this.runs(text, font) });
  }

  title(text: string, isOnNewPage = false): Docx.Paragraph {
    const spacing = { line: 36 * 20, lineRule: this.docx.LineRuleType.EXACT, after: LINE / 2 };
    return this.line(text, 'title', {
      alignment: this.docx.AlignmentType.CENTER,
      spacing,
      pageBreakBefore: isOnNewPage,
    });
  }

  block(block: DocumentBlock, isLast: boolean): (Docx.Paragraph | Docx.Table)[] {
    if (block.kind === 'table') return [this.table(block), this.line('', 'cell', { spacing: { line: 240 } })];
    return [
      this.line(block.text, block.kind === 'heading' ? 'heading' : 'body', {
        indent: { firstLine: INDENT },
        keepNext: block.kind === 'heading' || isLast,
      }),
    ];
  }

  table({ head, rows, widths }: DocumentTable): Docx.Table {
    const sum = widths.reduce((total, width) => total + width, 0);
    const columnWidths = widths.map((width) => Math.floor((width / sum) * TEXT_WIDTH));
    const isCentred = head.map((_, column) => isShort(rows.map((cells) => cells[column] ?? '')));
    return new this.docx.Table({
      columnWidths,
      layout: this.docx.TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: this.docx.WidthType.DXA },
      rows: [
        this.row(
          head,
          columnWidths,
          'head',
          head.map(() => true),
        ),
        ...rows.map((cells) => this.row(cells, columnWidths, 'cell', isCentred)),
      ],
    });
  }

  private row(
    cells: readonly string[],
    widths: readonly number[],
    font: 'head' | 'cell',
    isCentred: readonly boolean[],
  ): Docx.TableRow {
    const { CENTER, LEFT } = this.docx.AlignmentType;
    const children = cells.map(
      (text, index) =>
        new this.docx.TableCell({
          width: { size: widths[index] ?? 0, type: this.docx.WidthType.DXA },
          verticalAlign: this.docx.VerticalAlign.CENTER,
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          children: [
            this.line(text, font, {
              spacing: {},
              alignment: isCentred[index] === true ? CENTER : LEFT,
            }),
          ],
        }),
    );
    return new this.docx.TableRow({ tableHeader: font === 'head', cantSplit: true, children });
  }

  /** 落款: office and date at the right, kept with the last paragraph: never alone on a page. */
  signature({ office, date }: OfficialDocument): Docx.Paragraph[] {
    const right = this.docx.AlignmentType.RIGHT;
    return [
      this.line('', 'body', { keepNext: true }),
      this.line(office, 'body', { alignment: right, indent: { right: INDENT }, keepNext: true }),
      this.line(date, 'body', { alignment: right, indent: { right: INDENT } }),
    ];
  }

  reply(slip: ReplySlip): (Docx.Paragraph | Docx.Table)[] {
    const [addressee = '', ...text] = slip.text.split('\n');
    return [
      this.title(slip.title, true),
      this.line(addressee, 'body'),
      ...text.map((one) => this.line(one, 'body', { indent: { firstLine: INDENT } })),
      this.table(slip),
      this.line('', 'cell'),
      ...slip.signatures.map((one) => this.line(one, 'body', { indent: { left: TEXT_WIDTH / 2 } })),
    ];
  }

  footer(): Docx.Footer {
    const { PageNumber, Footer, Paragraph, TextRun, AlignmentType } = this.docx;
    const { eastAsia, size } = FONTS.page;
    const number = new TextRun({
      children: ['— ', PageNumber.CURRENT, ' —'],
      size,
      font: { ascii: LATIN, hAnsi: LATIN, eastAsia },
    });
    return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
  }
}

/** A column of numbers, verdicts and the like stands in the middle. */
const isShort = (cells: readonly string[]): boolean => cells.every((text) => text.length <= 8);

const writePaper = async (docx: Library, paper: OfficialDocument): Promise<Uint8Array> => {
  const writer = new Writer(docx);
  const centred = { alignment: docx.AlignmentType.CENTER };
  const children = [
    writer.title(paper.titleLines.join('\n')),
    writer.line(paper.number, 'body', centred),
    writer.line('', 'body'),
    writer.line(paper.addressee, 'body'),
    ...paper.blocks.flatMap((block, index) => writer.block(block, index === paper.blocks.length - 1)),
    ...writer.signature(paper),
    ...(paper.reply === null ? [] : writer.reply(paper.reply)),
  ];
  const document = new docx.Document({
    title: paper.title,
    creator: paper.office,
    sections: [
      { properties: { page: { size: A4, margin: MARGINS } }, footers: { default: writer.footer() }, children },
    ],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(document));
};
