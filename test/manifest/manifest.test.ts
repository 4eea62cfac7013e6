// Owns what can be known of the manifest without Excel and without Microsoft's validator (which needs the internet).
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

const ROOT = path.join(__dirname, '../..');
const ADDRESS = 'https://localhost:3000/';
const xml = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  text: string;
}

function parse(text: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes, path: open.map((one) => one.name), text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const current = open.at(-1);
    if (current) current.text += part;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return elements;
}

const elements = parse(xml);
const named = (name: string): Element[] => elements.filter((element) => element.name === name);
const only = (name: string): Element => {
  const [found, ...more] = named(name);
  if (!found || more.length > 0) throw new Error(`${name}: ${more.length + (found ? 1 : 0)} found`);
  return found;
};
const RESOURCES = ['bt:Image', 'bt:Url', 'bt:String'];
const resources = elements.filter(({ name }) => RESOURCES.includes(name));
const defined = resources.flatMap(({ attributes }) => (attributes['id'] ? [attributes['id']] : []));
const used = elements.flatMap(({ attributes }) => (attributes['resid'] ? [attributes['resid']] : []));

/** Width and height stand in the header of a PNG. */
function pixels(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('the checker itself: a broken document, a dangling and a doubled id are found', () => {
  expect(() => parse('<a><b></a>')).toThrow();
  expect(parse('<a resid="x"/>')[0]?.attributes['resid']).toBe('x');
});

test('every resid is defined exactly once, and every resource is used', () => {
  expect(new Set(defined).size).toBe(defined.length);
  expect([...new Set(used)].filter((id) => !defined.includes(id))).toEqual([]);
  expect(defined.filter((id) => !used.includes(id))).toEqual([]);
});

test('every address is https and under the one that the build replaces', () => {
  const addresses = elements.flatMap(({ name, attributes }) =>
    Object.entries(attributes).flatMap(([key, value]) =>
      key === 'DefaultValue' && /:\/\//.test(value) ? [{ name, value }] : [],
    ),
  );
  expect(addresses.length).toBeGreaterThan(10);
  for (const { value } of addresses) expect(value.startsWith(ADDRESS)).toBe(true);
  expect(xml.match(/http:\/\//g)?.length).toBe(xml.match(/http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//g)?.length);
});

test('id, version, locale, permission and requirements are what Excel wants', () => {
  expect(only('Id').text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(only('Version').text).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(only('DefaultLocale').text).toBe('zh-CN');
  expect(only('Permissions').text).toBe('ReadWriteDocument');
  expect(named('AppDomain')).toEqual([]);
  expect(named('Set').map(({ attributes }) => `${attributes['Name']} ${attributes['MinVersion']}`)).toEqual([
    'ExcelApi 1.14',
    'SharedRuntime 1.1',
  ]);
  const version = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version;
  expect(only('Version').text).toBe(`${version}.0`);
});

test('labels and tips are short enough and have an English wording', () => {
  const limits = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 } as const;
  for (const [parent, limit] of Object.entries(limits)) {
    const strings = elements.filter(({ name, path: above }) => name === 'bt:String' && above.at(-1) === parent);
    expect(strings.length).toBeGreaterThan(0);
    for (const { attributes } of strings) expect(attributes['DefaultValue']?.length).toBeLessThanOrEqual(limit);
    const overrides = elements.filter(({ path: above }) => above.at(-2) === parent);
    for (const { attributes } of overrides) {
      expect(attributes['Locale']).toBe('en-US');
      expect(attributes['Value']?.length).toBeLessThanOrEqual(limit);
    }
    // The namespace of functions is one word in every language.
    const words = strings.filter(({ attributes }) => attributes['id'] !== 'Functions.Namespace');
    expect(overrides.length).toBe(words.length);
  }
});

test('the ribbon has the four controls, in the group 创卫达标 of the Home tab', () => {
  expect(only('OfficeTab').attributes['id']).toBe('TabHome');
  const textOf = (id: string): readonly (string | undefined)[] => {
    const at = elements.findIndex(({ attributes }) => attributes['id'] === id);
    return [elements[at]?.attributes['DefaultValue'], elements[at + 1]?.attributes['Value']];
  };
  expect(textOf('Group.Label')).toEqual(['创卫达标', 'Hygienic city']);
  expect(named('Control').map(({ attributes }) => textOf(`${attributes['id']?.replace('Dabiao.', '')}.Label`))).toEqual(
    [
      ['检查达标', 'Check compliance'],
      ['生成部门分表', 'Department sheets'],
      ['清除标记', 'Clear marks'],
      ['打开面板', 'Open pane'],
    ],
  );
  expect(named('FunctionName').map(({ text }) => text)).toEqual([
    'checkCompliance',
    'buildDepartmentSheets',
    'clearMarks',
  ]);
});

test('the icons exist, in the sizes they claim', () => {
  const sizes = new Map<string, number[]>();
  for (const { name, attributes } of elements) {
    if (name !== 'bt:Image' || !attributes['resid']) continue;
    const id = attributes['resid'].replace(/\d+$/, '');
    sizes.set(id, [...(sizes.get(id) ?? []), Number(attributes['size'])]);
    expect(attributes['resid'].endsWith(String(attributes['size']))).toBe(true);
  }
  expect(sizes.size).toBe(5);
  for (const list of sizes.values()) expect(list).toEqual([16, 32, 80]);
  const images = elements.filter(({ name, attributes }) => name === 'bt:Image' && attributes['DefaultValue']);
  const icons = [...images, ...named('IconUrl'), ...named('HighResolutionIconUrl')];
  for (const { attributes } of icons) {
    const file = path.join(ROOT, String(attributes['DefaultValue']).slice(ADDRESS.length));
    const size = Number(/-(\d+)\.png$/.exec(file)?.[1]);
    expect(pixels(file)).toEqual([size, size]);
  }
  expect(only('IconUrl').attributes['DefaultValue']).toMatch(/-64\.png$/);
  expect(only('HighResolutionIconUrl').attributes['DefaultValue']).toMatch(/-128\.png$/);
});

describe('what was built', () => {
  const dist = path.join(ROOT, 'dist');
  const built = readFileSync(path.join(dist, 'manifest.xml'), 'utf8');

  test('every address of the manifest is a file', () => {
    for (const { attributes } of parse(built)) {
      const address = attributes['DefaultValue'];
      if (address?.startsWith(ADDRESS))
        expect([address, existsSync(path.join(dist, address.slice(ADDRESS.length)))]).toEqual([address, true]);
    }
  });

  test('functions.json describes DABIAO.VERDICT, REASON and TARGET, and the page associates each', () => {
    const { functions } = JSON.parse(readFileSync(path.join(dist, 'functions.json'), 'utf8'));
    const described = functions.map(
      ({ id, parameters }: { id: string; parameters: { name: string; optional?: boolean }[] }) => [
        id,
        ...parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)),
      ],
    );
    expect(described).toEqual([
      ['VERDICT', 'target', 'actual', '[indicator]', '[history]'],
      ['REASON', 'target', 'actual', '[indicator]', '[history]'],
      ['TARGET', 'text', '[indicator]'],
    ]);
    const script = readFileSync(path.join(dist, 'functions.js'), 'utf8');
    for (const [id] of described) expect(script).toContain(`CustomFunctions.associate("${id}"`);
    expect(readFileSync(path.join(dist, 'taskpane.html'), 'utf8')).toMatch(/src="?functions\.js/);
  });

  test('the pages let nothing out: a strict policy, and the page without Office names no other address', () => {
    for (const name of readdirSync(dist).filter((file) => /^(taskpane|pane)\.html$/.test(file))) {
      const page = readFileSync(path.join(dist, name), 'utf8');
      const policy = /Content-Security-Policy"?\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
    }
    expect(readFileSync(path.join(dist, 'pane.html'), 'utf8')).not.toMatch(/https?:/);
  });
});
