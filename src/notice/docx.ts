// Owns turning a .docx into HTML (through mammoth). Only the parts with text are unpacked: no picture, no macro, nothing that grows beyond bounds.
import { strFromU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { NoticeError } from './notice';

/** What mammoth needs to read text, tables, lists and tracked changes. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/[^/]+\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\d*\.xml)$/;
/** Text of several thousand pages. */
const MOST_BYTES = 100_000_000;

export interface DocxText {
  readonly html: string;
  /** It holds macros; they are left where they are. */
  readonly hasMacros: boolean;
}

/** Tracked changes are read as accepted. Rejects with a `NoticeError`. */
export async function readDocx(bytes: Uint8Array): Promise<DocxText> {
  const { parts, hasMacros } = textParts(bytes);
  const small = zipSync(parts, { level: 0 });
  try {
    const { default: mammoth } = await import('mammoth');
    // The Node build of mammoth reads `buffer`, the browser build `arrayBuffer`; each leaves the other alone.
    const input = { buffer: small, arrayBuffer: small.buffer } as unknown as { arrayBuffer: ArrayBuffer };
    const noPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml(input, { convertImage: noPictures });
    return { html: value, hasMacros };
  } catch (cause) {
    throw new NoticeError(DAMAGED, { cause });
  }
}

const DAMAGED = {
  zh: '这个 Word 文件已损坏或不完整，请用 Word 打开后另存为新的 .docx 再导入。',
  en: 'This Word file is damaged or incomplete. Open it in Word, save it as a new .docx and import that.',
};

function textParts(bytes: Uint8Array): { parts: Unzipped; hasMacros: boolean } {
  let size = 0;
  let hasMacros = false;
  let isTooLarge = false;
  let parts: Unzipped;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/vbaProject\.bin$/i.test(name)) hasMacros = true;
        if (!NEEDED.test(name)) return false;
        size += originalSize;
        isTooLarge ||= size > MOST_BYTES;
        return !isTooLarge;
      },
    });
  } catch (cause) {
    throw new NoticeError(DAMAGED, { cause });
  }
  if (isTooLarge) {
    throw new NoticeError({
      zh: '这个 Word 文件展开后过大（超过 100 MB 文字），未予打开。请只保留通知正文和表格，另存后再导入。',
      en: 'This Word file unpacks to more than 100 MB of text and was not opened. Keep only the notice and its tables, save and import again.',
    });
  }
  if (!Object.keys(parts).some((name) => /^word\/document\d*\.xml$/.test(name))) {
    throw new NoticeError({
      zh: '这不是 Word 文档。工作簿请直接用“检查达标”；其他格式请用 Word 或 WPS 另存为 .docx 再导入。',
      en: 'This is not a Word document. Check a workbook directly; save other formats as .docx in Word or WPS first.',
    });
  }
  return { parts: withoutEntities(parts), hasMacros };
}

/** An entity declared in the file could grow without end; Word writes none. */
function withoutEntities(parts: Unzipped): Unzipped {
  const hasEntities = Object.values(parts).some((part) =>
    /<!(?:DOCTYPE|ENTITY)/i.test(strFromU8(part.subarray(0, 4096))),
  );
  if (hasEntities) throw new NoticeError(DAMAGED);
  return parts;
}
