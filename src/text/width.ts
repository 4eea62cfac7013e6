// Owns how wide text is in a fixed grid: Chinese characters and full-width signs take two columns. Must not cut or pad.

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns (half-width characters) that one line of text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) || character > '\uffff' ? 2 : 1;
  return width;
}
