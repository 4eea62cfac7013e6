// Owns names with digits in them (PM2.5, GB 3095), hidden while figures are looked for. Knows nothing else of a text.

/** Letters with digits in them that are names; each with a stand-in that holds no digit. */
const DIGIT_NAMES: readonly (readonly [RegExp, string])[] = [
  [/PM2\.5|细颗粒物|pm2\.5/g, '\ue001'],
  [/PM10|可吸入颗粒物|pm10/g, '\ue002'],
  [/SO2|二氧化硫|so2/g, '\ue003'],
  [/NO2|二氧化氮|no2/g, '\ue004'],
  [/O3(?:-8h)?|臭氧/g, '\ue005'],
  [/CO(?![A-Za-z])|一氧化碳/g, '\ue006'],
  [/GB\/?T? ?\d[\d.]*(?:-\d{4})?/g, '\ue007'],
];
export const POLLUTANTS: ReadonlyMap<string, string> = new Map([
  ['\ue001', 'PM2.5'],
  ['\ue002', 'PM10'],
  ['\ue003', 'SO2'],
  ['\ue004', 'NO2'],
  ['\ue005', 'O3'],
  ['\ue006', 'CO'],
]);

export function hideDigitNames(text: string): string {
  let result = text;
  if (!/[A-Za-z氧颗]/.test(text)) return text;
  for (const [pattern, standIn] of DIGIT_NAMES) result = result.replace(pattern, standIn);
  return result.replace(/\((?=[\ue001-\ue006]\))|(?<=[\ue001-\ue006])\)/g, '');
}

export function showDigitNames(text: string): string {
  return text.replace(/[\ue001-\ue006]/g, (sign) => POLLUTANTS.get(sign) ?? '');
}
