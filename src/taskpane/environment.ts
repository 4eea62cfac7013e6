// Owns what the pane needs of the place it runs in: Excel, or a page of ours that embeds it. Must not hold a job or a text.
import type { CheckOptions, CheckResult } from '../jobs/check';
import type { RunOptions, WorkbookHost } from '../workbook/port';

/** Colours of the surrounding program, as `#RRGGBB`. */
export interface Surroundings {
  readonly isDark: boolean;
  readonly background: string;
  readonly text: string;
}

/** A finished workbook on its way to the person. */
export interface OutgoingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PaneEnvironment {
  readonly host: WorkbookHost;
  /** The job `check` on the workbook as it is now, where the place can do it without holding the page. */
  check?(options: CheckOptions, run: RunOptions): Promise<CheckResult>;
  /** The display language of the surrounding program, as `zh-CN`. */
  readonly displayLanguage: string;
  /** Asked again whenever the pane comes to the front: Excel does not announce a change of theme. */
  surroundings(): Surroundings;
  /**
   * Hands files to the person. `download` lets the browser save them; `window` opens each as a new, unsaved workbook,
   * because Excel's own webview drops downloads without a word.
   */
  readonly delivery: 'download' | 'window';
  deliver(file: OutgoingFile): Promise<void>;
}

/**
 * How a page of ours embeds the pane: it puts its environment here, then opens `pane.html` in an iframe of the same
 * origin. The pane takes it from its parent. Objects cross a frame but classes do not: a `HostError` of the parent is
 * known by its fields, never by `instanceof`.
 */
declare global {
  interface Window {
    dabiaoEnvironment?: PaneEnvironment;
  }
}

/** For the page that embeds: follows the system's light or dark. */
export function browserSurroundings(): Surroundings {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  return isDark
    ? { isDark, background: '#292929', text: '#ffffff' }
    : { isDark, background: '#ffffff', text: '#242424' };
}

/** For the page that embeds: saves a file through the browser. */
export function download({ name, bytes }: OutgoingFile): Promise<void> {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser needs the address until it has taken the bytes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return Promise.resolve();
}
