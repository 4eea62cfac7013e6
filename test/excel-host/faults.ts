// Owns what can be made to go wrong with a request. Must not know the protocol's framing.
import type { WorkbookModel } from './model';

/** Errors that Excel answers around the batch, not inside it: nothing of the batch was run. */
export const OFFICE_ERRORS: Readonly<Record<string, number>> = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  WriteNotSupportedWhenModalDialogOpen: 5016,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  AccessDenied: 7000,
};

export interface Fault {
  /** Which request counted from when the fault was set, beginning with 1. Housekeeping is not counted. */
  readonly request: number;
  /**
   * `before`: nothing is run. `half`: half of the actions are run. `after`: all are run, and the answer is an error all
   * the same. `hang`: all are run and no answer comes. `lost`: nothing is run and no answer comes.
   */
  readonly when?: 'before' | 'half' | 'after' | 'hang' | 'lost';
  /** An error code; GeneralException without it. */
  readonly code?: string;
  /** What a person does just before the request: protects, deletes, renames, edits. The request is then run. */
  readonly meanwhile?: (workbook: WorkbookModel) => void;
}
