// Owns the ribbon's buttons: each asks the pane's controller, which lives in the same runtime. Shows nothing by itself.
import type { PaneController } from '../taskpane/controller';

type Action = (controller: PaneController) => Promise<void>;

/** Names as in the manifest. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  checkCompliance: (controller) => controller.check(),
  buildDepartmentSheets: (controller) => controller.buildDepartmentSheets(),
  clearMarks: (controller) => controller.clear(),
};

/** Joins the ribbon to the controller (null in an Excel that is refused). Where there is no Office there is no ribbon. */
export function registerCommands(controller: Promise<PaneController | null>): void {
  if (typeof Office === 'undefined') return;
  for (const [name, action] of Object.entries(ACTIONS)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void runCommand(controller, action, event);
    });
  }
}

/** Excel waits for `completed`, so it is said in any case. What went wrong or is asked stands in the pane: it is opened. */
export async function runCommand(
  controller: Promise<PaneController | null>,
  action: Action,
  event: Pick<Office.AddinCommands.Event, 'completed'>,
): Promise<void> {
  let isWell = false;
  try {
    const pane = await controller;
    if (pane) await action(pane);
    const said = pane?.getState();
    isWell = said?.alert === null && said.question === null;
  } finally {
    event.completed();
    if (!isWell) await Office.addin.showAsTaskpane();
  }
}
