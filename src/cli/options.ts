// Owns the options that several commands share.
import type { OptionSpec } from './command';

export const PROFILE: OptionSpec = {
  name: 'profile',
  value: 'city|county',
  choices: ['city', 'county'],
  help: { zh: '适用范围：国家卫生城市（默认）或国家卫生县', en: 'city (default) or county targets' },
};

export const SHEET: OptionSpec = {
  name: 'sheet',
  value: 'NAME',
  help: { zh: '只处理这个工作表（隐藏的也可以）', en: 'only this sheet, hidden or not' },
};

export const JSON_OUTPUT: OptionSpec = { name: 'json', help: { zh: '输出 JSON', en: 'print JSON' } };

export const OUT: OptionSpec = {
  name: 'out',
  value: 'PATH',
  required: true,
  help: { zh: '结果工作簿的路径', en: 'where the resulting workbook goes' },
};

export const TO: OptionSpec = {
  name: 'to',
  value: 'FOLDER',
  required: true,
  help: { zh: '结果文件夹', en: 'the folder for the results' },
};

export const YEAR: OptionSpec = {
  name: 'year',
  value: 'YEAR',
  help: { zh: '填报数据的年份（表中没有写明时）', en: 'year of the values, where the table names none' },
};

export const MEMBERS: OptionSpec = {
  name: 'members',
  value: 'FILE',
  help: {
    zh: '集体名称的成员单位：文本文件，一行一个，如“各街道办事处：甲街道、乙街道”',
    en: 'members of collectives: a text file, one a line, as "各街道办事处：甲街道、乙街道"',
  },
};
