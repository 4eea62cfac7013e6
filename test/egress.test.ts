// Owns the promise that nothing leaves the machine: no source of the product can send, load or inject anything.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.join(__dirname, '../src');

const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'fetch', pattern: /\bfetch\s*\(/ },
  { what: 'XMLHttpRequest', pattern: /\bXMLHttpRequest\b/ },
  { what: 'WebSocket', pattern: /\b(WebSocket|EventSource|WebTransport|RTCPeerConnection)\b/ },
  { what: 'sendBeacon', pattern: /\bsendBeacon\b/ },
  { what: 'an address elsewhere', pattern: /['"`(]\s*(https?:)?\/\/[\w.-]+\.\w/ },
  {
    what: 'HTML from text',
    pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/,
  },
  { what: 'code from text', pattern: /\beval\s*\(|new Function\s*\(/ },
  { what: 'storage', pattern: /\b(localStorage|sessionStorage|indexedDB)\b|document\.cookie/ },
  { what: 'Node network', pattern: /['"]node:(https?|net|tls|dgram|dns)['"]/ },
];

/** What is allowed, where, and why. Names of XML vocabularies are words, not places. */
const ALLOWED: readonly { readonly file: string; readonly text: RegExp; readonly why: string }[] = [
  {
    file: 'workbench/index.ts',
    text: /fetch\(FIRST_WORKBOOK\)/,
    why: 'the workbook that npm start was given, from this very address',
  },
  {
    file: 'workbench/offline.js',
    text: /return await fetch\(request\)/,
    why: 'what the page itself asks of this very address, passed on',
  },
];
const XML_VOCABULARY = /http:\/\/(schemas\.openxmlformats\.org|schemas\.microsoft\.com|www\.w3\.org|purl\.oclc\.org)\b/;

function findings(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    FORBIDDEN.filter(({ pattern }) => pattern.test(line))
      .filter(({ what }) => !(what === 'an address elsewhere' && XML_VOCABULARY.test(line)))
      .filter(() => !ALLOWED.some((one) => one.file === file && one.text.test(line)))
      .map(({ what }) => `${file}:${index + 1} ${what}`),
  );
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(tsx?|js|html|css)$/.test(file),
);

test.each([
  ["const answer = await fetch('/x');", 'fetch'],
  ['navigator.sendBeacon(url);', 'sendBeacon'],
  ["const home = 'https://example.com/a';", 'an address elsewhere'],
  ['<script src="//cdn.example.com/x.js">', 'an address elsewhere'],
  ['place.innerHTML = text;', 'HTML from text'],
  ["import { get } from 'node:https';", 'Node network'],
])('the scan finds %s', (line, what) => {
  expect(findings('any.ts', line)).toEqual([`any.ts:1 ${what}`]);
});

test('no source of the product sends, loads or injects anything', () => {
  expect(files.length).toBeGreaterThan(30);
  expect(
    files.flatMap((file) => findings(file.replaceAll('\\', '/'), readFileSync(path.join(SOURCE, file), 'utf8'))),
  ).toEqual([]);
});

test('every exception is still needed', () => {
  for (const { file, text } of ALLOWED) expect(readFileSync(path.join(SOURCE, file), 'utf8')).toMatch(text);
});
