// Owns running a TypeScript script of this folder with no build: node --import ./scripts/run-typescript.mjs scripts/score.ts
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
