// Owns what every component of the pane may ask for: the controller and the language. Must not hold state of its own.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Language, Sentence } from '../text/sentence';
import type { PaneController } from './controller';
import type { PaneState } from './state';

export interface Pane {
  readonly controller: PaneController;
  readonly language: Language;
}

export const PaneContext = createContext<Pane | null>(null);

function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('a component of the pane stands outside PaneContext');
  return pane;
}

export function useController(): PaneController {
  return usePane().controller;
}

export function usePaneState(): PaneState {
  const controller = useController();
  return useSyncExternalStore(controller.subscribe, controller.getState);
}

/** Chooses the interface language's wording of a sentence. */
export function useText(): (sentence: Sentence) => string {
  const { language } = usePane();
  return (sentence) => sentence[language];
}
