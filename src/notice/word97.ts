// Owns the text of a .doc file (Word 97–2003). Needs Node: only the command line may import this file.
import WordExtractor from 'word-extractor';

/** The body's text; tabs stand between the cells of a table, and merged cells are lost. Rejects on a file that is no .doc. */
export async function readWord97(bytes: Uint8Array): Promise<string> {
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  return document.getBody();
}
