// Owns the workbench page: open, save, drop, and the pane beside the grid. Must hold no rule and send nothing anywhere.
import { formatCell } from '../sheet/address';
import { browserSurroundings, download } from '../taskpane/environment';
import { HostError, type WorkbookHost } from '../workbook/port';
import type { CellPlace } from './calculation';
import { mountGrid } from './grid';
import { MESSAGES, pageLanguage, type MessageName } from './messages';
import { openSession, type Session } from './session';
import './styles.css';

/** The workbook that `npm start` was given, at this page's own address. */
const FIRST_WORKBOOK = 'workbook';

const language = pageLanguage();
const text = (name: MessageName): string => MESSAGES[name][language];

function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T; // the page is ours: each id stands on the element its caller names
}

const alertLine = element('alert');
const saveButton = element<HTMLButtonElement>('save');
const fileInput = element<HTMLInputElement>('file');
const dropSign = element('drop');
const openingSign = element('opening');
const desk = element('desk');

let session: Session | null = null;
let opening = Promise.resolve();
const grid = mountGrid(element('grid'), language, {
  onEdit(edit) {
    alertLine.hidden = true;
    session?.edit(edit).catch(showError);
  },
  onRefused: () => showAlert(text('valuesOnly')),
});

function showTexts(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.querySelectorAll<HTMLElement>('[data-text]').forEach((one) => {
    one.textContent = text(one.dataset['text'] as MessageName); // names in page.html are message names
  });
  element('grid').setAttribute('aria-label', text('grid'));
  element('pane').setAttribute('title', text('pane'));
  document.title = text('brand');
}

function showState(): void {
  saveButton.disabled = !session;
  const unsaved = session?.isDirty() ? `（${text('unsaved')}）` : '';
  element('file-name').textContent = session ? `${session.name}${unsaved}` : '';
  element('kept').textContent = session?.hasUnseenParts ? text('keptParts') : '';
}

function showAlert(message: string): void {
  alertLine.textContent = message;
  alertLine.hidden = false;
}

function showError(error: unknown): void {
  showAlert(error instanceof HostError ? error.sentence[language] : text('unreadable'));
  if (!(error instanceof HostError)) throw error;
}

function showStale(places: readonly CellPlace[]): void {
  const [first] = places;
  element('stale').textContent = first
    ? text('stale')
        .replace('{count}', String(places.length))
        .replace('{first}', `${first.sheet}!${formatCell(first.row, first.column)}`)
    : '';
}

/** The pane is one for all workbooks; it always works on the one that is open. */
const host: WorkbookHost = {
  read: (options) => current().host.read(options),
  apply: (plan, options) => current().host.apply(plan, options),
  select: (sheet, area) => current().host.select(sheet, area),
  observe: (listener) => current().host.observe(listener),
};

function current(): Session {
  if (session) return session;
  throw new HostError('missing-sheet', {
    zh: '还没有打开工作簿，请先点“打开工作簿”。',
    en: 'No workbook is open; use "Open workbook" first.',
  });
}

/** One after another. What is open cannot be changed meanwhile: it may be about to go. */
function open(bytes: Uint8Array, name: string): Promise<void> {
  opening = opening.then(() => openNow(bytes, name));
  return opening;
}

async function openNow(bytes: Uint8Array, name: string): Promise<void> {
  desk.inert = true;
  openingSign.hidden = false;
  try {
    const opened = await openSession(bytes, name, grid, { onChange: showState, onStale: showStale });
    session?.close();
    session = opened;
    showStale([]);
    alertLine.hidden = true;
    showState();
    await drawn();
    reloadPane();
  } catch (error) {
    showError(error);
  } finally {
    desk.inert = false;
    openingSign.hidden = true;
  }
}

/** The grid first: the pane's scripts would hold its first frames. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function reloadPane(): void {
  const pane = element<HTMLIFrameElement>('pane');
  pane.src = `pane.html?lang=${language === 'zh' ? 'zh-CN' : 'en'}`;
}

/** One after the other: a file chosen while another is still opening is the one that stays. */
let opened: Promise<void> = Promise.resolve();
let hasChosen = false;

function openNext(bytes: Uint8Array, name: string): Promise<void> {
  const turn = opened.then(() => open(bytes, name));
  opened = turn.catch(() => undefined);
  return turn;
}

async function openChosen(file: File | undefined): Promise<void> {
  if (!file) return;
  if (session?.isDirty() && !window.confirm(text('leave'))) return;
  hasChosen = true;
  await openNext(new Uint8Array(await file.arrayBuffer()), file.name);
}

async function openFirst(): Promise<void> {
  const answer = await fetch(FIRST_WORKBOOK);
  if (!answer.ok) return;
  const name = decodeURIComponent(answer.headers.get('x-file-name') ?? 'workbook.xlsx');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!hasChosen) await openNext(bytes, name);
}

/** Browsers give this to localhost and HTTPS only; elsewhere the page needs its server for the next file. Never before the grid is drawn. */
function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => void navigator.serviceWorker.register('offline.js').catch(() => undefined);
  requestIdleCallback(register, { timeout: 5000 });
}

async function save(): Promise<void> {
  if (!session) return;
  try {
    await download({ name: session.name, bytes: await session.save() });
  } catch (error) {
    showError(error);
  }
}

function connectControls(): void {
  element('open').addEventListener('click', () => fileInput.click());
  fileInput.addEventListener('change', () => {
    void openChosen(fileInput.files?.[0]);
    fileInput.value = '';
  });
  saveButton.addEventListener('click', () => {
    void save();
  });
  window.addEventListener('beforeunload', (event) => {
    if (session?.isDirty()) event.preventDefault();
  });
  window.addEventListener('dragover', (event) => {
    event.preventDefault();
    dropSign.hidden = false;
  });
  window.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) dropSign.hidden = true;
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    dropSign.hidden = true;
    void openChosen(event.dataTransfer?.files[0]);
  });
}

showTexts();
showState();
connectControls();
window.dabiaoEnvironment = {
  host,
  check: (options, run) => current().check(options, run),
  displayLanguage: language === 'zh' ? 'zh-CN' : 'en-US',
  surroundings: browserSurroundings,
  delivery: 'download',
  deliver: download,
};
void openFirst().finally(keepOffline);
