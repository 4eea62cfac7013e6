import { hostErrorOf, MEANINGS } from '../../../src/workbook/excel/errors';
import { HostError } from '../../../src/workbook/port';

/** Codes of Microsoft's list of errors for Excel, and of the runtime itself, that this adapter can meet. */
const CODES = [
  'AccessDenied',
  'ActivityLimitReached',
  'ApiNotAvailable',
  'ApiNotFound',
  'Conflict',
  'FilteredRangeConflict',
  'FormulaLengthExceedsLimit',
  'GeneralException',
  'InactiveWorkbook',
  'InsertDeleteConflict',
  'InvalidArgument',
  'InvalidBinding',
  'InvalidOperation',
  'InvalidOperationInCellEditMode',
  'InvalidReference',
  'InvalidRequest',
  'InvalidSelection',
  'ItemAlreadyExists',
  'ItemNotFound',
  'MergedRangeConflict',
  'NonBlankCellOffSheet',
  'NotImplemented',
  'OperationCellsExceedLimit',
  'PivotTableRangeConflict',
  'RangeExceedsLimit',
  'RequestAborted',
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'ServiceNotAvailable',
  'Unauthenticated',
  'UndoNotSupported',
  'UnsupportedFeature',
  'UnsupportedOperation',
  'UnsupportedSheet',
  'InvalidOrTimedOutSession',
  'WriteNotSupportedWhenModalDialogOpen',
];

test.each(CODES)('%s has a sentence with a next step', (code) => {
  expect(MEANINGS[code]).toBeDefined();
  const error = hostErrorOf({ code, message: 'internal' });
  expect(error).toBeInstanceOf(HostError);
  expect(error.sentence.zh).toMatch(/请.+。$/);
  expect(error.sentence.en).toMatch(/\.$/);
  expect(error.sentence.zh).not.toContain('internal');
});

test('what has no code, or is none of Excel’s, is told as unknown', () => {
  for (const thrown of [new Error('x'), undefined, { code: 5 }, 'text'])
    expect(hostErrorOf(thrown).code).toBe('unknown');
  const own = hostErrorOf({ code: 'AccessDenied' });
  expect(hostErrorOf(own)).toBe(own);
});
