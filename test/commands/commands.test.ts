// Owns the ribbon: every button of the manifest has its function, Excel always hears the end, failures open the pane.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ACTIONS, registerCommands, runCommand } from '../../src/commands/commands';
import type { PaneController } from '../../src/taskpane/controller';
import { MESSAGES } from '../../src/taskpane/messages';
import type { Sentence } from '../../src/text/sentence';

const showAsTaskpane = jest.fn(() => Promise.resolve());
const associate = jest.fn();

beforeEach(() => {
  jest.clearAllMocks();
  Object.assign(globalThis, { Office: { addin: { showAsTaskpane }, actions: { associate } } });
});
afterAll(() => void Reflect.deleteProperty(globalThis, 'Office'));

function controllerThatEndsWith(
  alert: Sentence | null,
  check: () => Promise<void> = () => Promise.resolve(),
): PaneController {
  return { check, getState: () => ({ alert, question: null }) } as unknown as PaneController;
}

test('every function of the manifest is associated', () => {
  const manifest = readFileSync(path.join(__dirname, '../../manifest.xml'), 'utf8');
  const named = [...manifest.matchAll(/<FunctionName>(\w+)</g)].map(([, name]) => name);
  expect(Object.keys(ACTIONS)).toEqual(named);
  registerCommands(Promise.resolve(null));
  expect(associate.mock.calls.map(([name]) => name)).toEqual(named);
});

test('a job that ends well: completed, and the pane stays closed', async () => {
  const completed = jest.fn();
  await runCommand(Promise.resolve(controllerThatEndsWith(null)), (pane) => pane.check(), { completed });
  expect([completed.mock.calls.length, showAsTaskpane.mock.calls.length]).toEqual([1, 0]);
});

test('a job that ends with an alert: completed, and the pane is opened to show it', async () => {
  const completed = jest.fn();
  await runCommand(Promise.resolve(controllerThatEndsWith(MESSAGES.noTables)), (pane) => pane.check(), { completed });
  expect([completed.mock.calls.length, showAsTaskpane.mock.calls.length]).toEqual([1, 1]);
});

test('a job that ends with a question: the pane is opened to ask it', async () => {
  const completed = jest.fn();
  const asking = {
    clear: () => Promise.resolve(),
    getState: () => ({ alert: null, question: { sentence: MESSAGES.clear } }),
  };
  await runCommand(Promise.resolve(asking as unknown as PaneController), (pane) => pane.clear(), { completed });
  expect([completed.mock.calls.length, showAsTaskpane.mock.calls.length]).toEqual([1, 1]);
});

test('a pane that cannot start: Excel hears the end all the same', async () => {
  const completed = jest.fn();
  await runCommand(Promise.resolve(null), (pane) => pane.check(), { completed });
  await runCommand(Promise.reject(new Error('no chunk')), (pane) => pane.check(), { completed }).catch(() => undefined);
  expect([completed.mock.calls.length, showAsTaskpane.mock.calls.length]).toEqual([2, 2]);
});

test('Excel that never answers about the pane does not hold the button', async () => {
  const completed = jest.fn();
  showAsTaskpane.mockReturnValueOnce(new Promise<void>(() => undefined));
  void runCommand(Promise.resolve(controllerThatEndsWith(MESSAGES.noTables)), (pane) => pane.check(), { completed });
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(completed).toHaveBeenCalledTimes(1);
});
