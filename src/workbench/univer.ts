// Owns how the grid library (Univer) is set up. Must not show or change a workbook.
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingEnUS from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalFormattingZhCN from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnUS from '@univerjs/preset-sheets-core/locales/en-US';
import coreZhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import { createUniver, LocaleType, mergeLocales } from '@univerjs/presets';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';

/** An empty grid that fills `place`. Rules are looked for at every drawing of every cell: only who has some asks for them. */
export function startUniver(place: HTMLElement, locale: LocaleType, { hasRules }: { readonly hasRules: boolean }) {
  const container = document.createElement('div');
  container.style.height = '100%';
  place.replaceChildren(container);
  return createUniver({
    locale,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(coreZhCN, conditionalFormattingZhCN),
      [LocaleType.EN_US]: mergeLocales(coreEnUS, conditionalFormattingEnUS),
    },
    presets: [
      UniverSheetsCorePreset({
        container,
        header: true,
        toolbar: false,
        contextMenu: false,
        formulaBar: true,
        disableAutoFocus: true,
        // A clerk's table is full of numbers that are texts; a green corner on each says nothing.
        sheets: { disableForceStringAlert: true, disableForceStringMark: true },
        disableTextFormatAlert: true,
        disableTextFormatMark: true,
        // The file holds every formula's value; computing all of them again would hold a large workbook for seconds.
        formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
      }),
      ...(hasRules ? [UniverSheetsConditionalFormattingPreset()] : []),
    ],
  });
}
