// Owns collecting tests written for Jest without Jest: describe, test, it and each, for tests that need neither hooks nor mocks.
import { bind } from 'jest-each';
import { expect } from 'expect';

/** The tests that the given files declare, in their order; each has its full name and a function that throws where it fails. */
export function collect(load, files) {
  const tests = [];
  const path = [];
  const test = (name, run) => tests.push({ name: [...path, name].join(' '), run });
  const describe = (name, declare) => {
    path.push(name);
    declare();
    path.pop();
  };
  test.each = bind(test, false);
  describe.each = bind(describe, false);
  Object.assign(globalThis, { test, it: test, describe, expect });
  for (const file of files) load(file);
  return tests;
}
