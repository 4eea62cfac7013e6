// Owns how cells that we write look, by name, so that every host draws them alike. Must not hold the clerk's own formats.
import type { Verdict } from '../verdict/judgement';

export interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  /** RRGGBB. */
  readonly colour?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly wrap?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly numberFormat?: string;
  readonly unlocked?: boolean;
  readonly underline?: boolean;
}

/** Text cells carry the format `@`, so that `3-5` or `007` stays what was typed. */
export const LOOKS = {
  title: { bold: true, size: 16, horizontal: 'center', vertical: 'center' },
  note: { colour: '595959', vertical: 'center' },
  head: { bold: true, fill: 'E7EEF7', border: true, wrap: true, horizontal: 'center', vertical: 'center' },
  text: { border: true, wrap: true, vertical: 'center', numberFormat: '@' },
  centre: { border: true, wrap: true, horizontal: 'center', vertical: 'center', numberFormat: '@' },
  count: { border: true, horizontal: 'center', vertical: 'center', numberFormat: '0' },
  percent: { border: true, horizontal: 'center', vertical: 'center', numberFormat: '0.0%' },
  total: { bold: true, border: true, horizontal: 'center', vertical: 'center', fill: 'F2F2F2', numberFormat: '0' },
  totalPercent: {
    bold: true,
    border: true,
    horizontal: 'center',
    vertical: 'center',
    fill: 'F2F2F2',
    numberFormat: '0.0%',
  },
  link: { border: true, underline: true, colour: '0563C1', vertical: 'center', numberFormat: '@' },
  input: { border: true, wrap: true, vertical: 'center', fill: 'FFF9E5', unlocked: true, numberFormat: 'General' },
  /** The two result columns in the clerk's own sheet: no fill and no border of their own, the colour rules bring them. */
  result: { wrap: true, vertical: 'center' },
} as const satisfies Record<string, Look>;
export type LookName = keyof typeof LOOKS;

/** Fill and font of a row by verdict (RRGGBB). Contrast of font on fill is at least 4.5 : 1. */
export const VERDICT_COLOURS: Readonly<Record<Verdict, { readonly fill: string; readonly font: string }>> = {
  met: { fill: 'E2F0D9', font: '1E5B1E' },
  unmet: { fill: 'F8CBCB', font: '9C0006' },
  pending: { fill: 'E7E6E6', font: '404040' },
  missing: { fill: 'FFE699', font: '6B4E00' },
  review: { fill: 'E4D7F0', font: '4B2A73' },
  notApplicable: { fill: 'EDEDED', font: '595959' },
};

/** Bars of a chart: strong enough beside each other and on white paper (RRGGBB). */
export const VERDICT_CHART_COLOURS: Readonly<Record<Verdict, string>> = {
  met: '548235',
  unmet: 'C00000',
  pending: '7F7F7F',
  missing: 'FFC000',
  review: '7030A0',
  notApplicable: 'D0CECE',
};
