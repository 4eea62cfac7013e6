// Owns what the command line does with bad words and bad files: one sentence, exit 2, nothing written, no input harmed.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { dabiao, example, withFolder, type Outcome } from '../support/dabiao';

function expectRefusal({ code, out, err }: Outcome, ...words: string[]): void {
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/\bat .*:\d+/);
  for (const word of words) expect(err).toContain(word);
}

const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(2000).fill(0)]);

const BAD_FILES: readonly [string, () => Uint8Array][] = [
  ['an empty file', () => new Uint8Array()],
  ['text that is no zip', () => Buffer.from('序号,评价指标,目标值\n1,满意率,≥90%')],
  ['a truncated zip', () => readFileSync(example('linzi')).subarray(0, 6000)],
  ['a zip that is no workbook', () => zipSync({ 'readme.txt': new Uint8Array([1, 2, 3]) })],
  ['an old .xls named .xlsx', () => COMPOUND],
  [
    'a zip bomb',
    () =>
      zipSync(
        { '[Content_Types].xml': new Uint8Array(0), 'xl/workbook.xml': new Uint8Array(900_000_000) },
        { level: 9 },
      ),
  ],
];

describe('bad files', () => {
  it.each(BAD_FILES)('%s', async (_, bytes) => {
    await withFolder((folder) => {
      const file = join(folder, '坏文件.xlsx');
      const out = join(folder, 'out.xlsx');
      writeFileSync(file, bytes());
      expectRefusal(dabiao(['check', file, '--out', out]), '坏文件.xlsx');
      expect(readdirSync(folder)).toEqual(['坏文件.xlsx']);
    });
  });

  it('a file that is not there, and a folder', async () => {
    expectRefusal(dabiao(['check', '/nowhere/没有.xlsx']), '没有.xlsx', '找不到');
    await withFolder((folder) => expectRefusal(dabiao(['check', folder]), '文件夹'));
  });
});

describe('outputs', () => {
  it('is never the input, nor a link to it', async () => {
    await withFolder((folder) => {
      const [file, soft, hard] = ['in', 'soft', 'hard'].map((name) => join(folder, `${name}.xlsx`)) as [
        string,
        string,
        string,
      ];
      copyFileSync(example('linzi'), file);
      symlinkSync(file, soft);
      linkSync(file, hard);
      for (const out of [file, join(folder, '.', 'in.xlsx'), soft, hard]) {
        expectRefusal(dabiao(['check', file, '--out', out]), '输入文件');
        expectRefusal(dabiao(['clear', file, '--out', out]), '输入文件');
      }
      expect(readFileSync(file).equals(readFileSync(example('linzi')))).toBe(true);
    });
  });

  it('that cannot be written leave nothing behind', async () => {
    await withFolder((folder) => {
      writeFileSync(join(folder, 'file'), '');
      expectRefusal(dabiao(['check', example('linzi'), '--out', join(folder, 'file', 'x.xlsx')]));
      mkdirSync(join(folder, 'x.xlsx'));
      expectRefusal(dabiao(['check', example('linzi'), '--out', join(folder, 'x.xlsx')]), '文件夹');
      const locked = join(folder, 'locked');
      mkdirSync(locked);
      chmodSync(locked, 0o500);
      // root may write anywhere; for anyone else the folder is closed
      if (process.getuid?.() !== 0)
        expectRefusal(dabiao(['check', example('linzi'), '--out', join(locked, 'x.xlsx')]), '权限');
      chmodSync(locked, 0o700);
      expect(readdirSync(folder).sort()).toEqual(['file', 'locked', 'x.xlsx']);
    });
  });

  it('never takes the place of a device (the full disk of a machine was once replaced by a workbook)', () => {
    if (!existsSync('/dev/null')) return;
    expectRefusal(dabiao(['check', example('linzi'), '--out', '/dev/null']), '普通文件');
  });

  it('on a full disk leaves nothing behind', async () => {
    // /dev/full takes every write with "no space left"; elsewhere there is no such device
    if (!existsSync('/dev/full')) return;
    await withFolder((folder) => {
      const { code, err } = dabiao(['check', example('linzi'), '--out', join('/dev/full', 'x.xlsx')]);
      expect(code).toBe(2);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(readdirSync(folder)).toEqual([]);
    });
  });
});

describe('bad words', () => {
  it.each([
    [['chek', 'x.xlsx'], 'chek'],
    [['check'], '用法'],
    [['check', example('linzi'), '--prefile', 'city'], '--prefile'],
    [['check', example('linzi'), '--profile', 'village'], 'county'],
    [['check', example('linzi'), '--sheet', '附件9'], '附件2'],
    [['departments', example('linzi')], '--out'],
    [['split', example('linzi')], '--to'],
    [['collect', example('linzi'), '--out', '/tmp/never.xlsx'], '用法'],
  ])('%j', (words, word) => expectRefusal(dabiao(words), word));

  it('speaks the language of the locale', () => {
    expectRefusal(dabiao(['check'], { LC_ALL: 'en_US.UTF-8' }), 'No file');
  });
});

describe('several files', () => {
  it('give one JSON line each, go on behind a bad one, and end with 2', async () => {
    await withFolder((folder) => {
      const bad = join(folder, 'bad.xlsx');
      writeFileSync(bad, 'nothing');
      const { code, out } = dabiao([
        'check',
        example('linzi'),
        bad,
        example('tianjin'),
        '--json',
        '--out',
        join(folder, 'out'),
      ]);
      const lines = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { file: string; error?: object; tables?: object[] });
      expect(code).toBe(2);
      expect(lines.map(({ file }) => file)).toEqual([example('linzi'), bad, example('tianjin')]);
      expect(lines[1]?.error).toEqual({ code: expect.any(String), message: expect.stringContaining('bad.xlsx') });
      expect(lines[2]?.tables).toHaveLength(1);
      expect(readdirSync(join(folder, 'out')).sort()).toEqual(['linzi.xlsx', 'tianjin.xlsx']);
    });
  });
});

describe('exit codes', () => {
  it('0 with unmet rows, 1 when they are asked about, 0 when there are none', () => {
    expect(dabiao(['check', example('linzi-filled')]).code).toBe(0);
    expect(dabiao(['check', example('linzi-filled'), '--strict']).code).toBe(1);
    expect(dabiao(['check', example('linzi'), '--strict']).code).toBe(0);
  });

  it('0 and help for --help', () => {
    for (const name of ['check', 'departments', 'split', 'collect', 'import', 'audit', 'notices', 'clear']) {
      const { code, out } = dabiao([name, '--help']);
      expect({ code, isHelp: out.includes(`dabiao ${name}`) }).toEqual({ code: 0, isHelp: true });
    }
  });
});
