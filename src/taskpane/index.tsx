// Owns the start of the pane: finds its workbook, joins the ribbon to it, draws. Must not do a job itself.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { registerCommands } from '../commands/commands';
import { App, loadReport } from './App';
import { connect } from './connect';
import { PaneContext } from './context';
import { PaneController } from './controller';
import { chooseLanguage } from './language';
import { MESSAGES } from './messages';

const loadJobs = () => import(/* webpackChunkName: "jobs" */ './jobs');

async function start(): Promise<PaneController | null> {
  const environment = await connect();
  return environment && new PaneController(environment, loadJobs);
}

function draw(place: HTMLElement, controller: PaneController | null): void {
  const display = controller?.environment.displayLanguage ?? navigator.language;
  const language = chooseLanguage(window.location.search, display);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  if (!controller) {
    place.textContent = MESSAGES.outsideExcel[language];
    return;
  }
  createRoot(place).render(
    <StrictMode>
      <PaneContext.Provider value={{ controller, language }}>
        <App />
      </PaneContext.Provider>
    </StrictMode>,
  );
  // What the first click needs is fetched while the person reads; a failure is told when the job is really wanted.
  setTimeout(() => Promise.all([loadJobs(), loadReport()]).catch(() => undefined), 0);
}

const controller = start();
// At once: Excel may open the page because a ribbon button was clicked, and asks for its function before all is ready.
registerCommands(controller);

const place = document.getElementById('pane');
if (place) {
  controller.then(
    (ready) => draw(place, ready),
    () => {
      place.textContent = MESSAGES.loadFailed[chooseLanguage(window.location.search, navigator.language)];
    },
  );
}
