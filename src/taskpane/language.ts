// Owns the choice of the interface language. Must not hold texts (messages.ts does).
import type { Language } from '../text/sentence';

/** `?lang=` in the address wins over the display language of Office or the browser; Chinese of any kind is Chinese. */
export function chooseLanguage(query: string, displayLanguage: string): Language {
  const wanted = new URLSearchParams(query).get('lang') ?? displayLanguage;
  return /^zh/i.test(wanted) ? 'zh' : 'en';
}
