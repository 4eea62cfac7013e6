// Owns loading the project's TypeScript inside one process, again and again: each file is compiled once, each registry has its own modules.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';

const SWC = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
};
const PARAMETERS = ['require', 'module', 'exports'];
const compiled = new Map();

/** Remembered answers would hide from one test, or carry to the next mutant, what another has computed. */
const INSTEAD = { 'src/text/memory.ts': { remembered: (_most, _keyOf, compute) => compute } };

function compile(file) {
  const known = compiled.get(file);
  if (known) return known;
  const { code } = transformSync(readFileSync(file, 'utf8'), { ...SWC, filename: file });
  const made = compileFunction(code, PARAMETERS, { filename: file });
  compiled.set(file, made);
  return made;
}

/** A function that loads files of the project; what it has loaded once stays loaded. */
export function registry() {
  // Found from where the process stands now: Stryker moves it into a copy of the project.
  const modules = new Map(Object.entries(INSTEAD).map(([file, module]) => [resolve(file), module]));
  return function load(file) {
    if (modules.has(file)) return modules.get(file);
    const module = { exports: {} };
    modules.set(file, module.exports);
    const outside = createRequire(file);
    const require = (name) => {
      const own = join(dirname(file), `${name}.ts`);
      return name.startsWith('.') && existsSync(own) ? load(own) : outside(name);
    };
    compile(file)(require, module, module.exports);
    return module.exports;
  };
}
