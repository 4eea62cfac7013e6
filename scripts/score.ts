// Owns `npm run score`: asks the product every question of the corpus and prints how many it answers as labelled.
// The open and the held-out part are kept apart; failing held-out cases are named only by id unless asked for.
import { MEASURES, score, type Failure, type Measure, type Score } from '../test/corpus/scoring';
import type { Part } from '../test/corpus/corpus';

const PARTS: readonly Part[] = ['open', 'held-out'];

const failsAt = process.argv.indexOf('--fails');
const failsOf = failsAt < 0 ? null : (process.argv[failsAt + 1] ?? 'open');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt < 0 ? '' : (process.argv[onlyAt + 1] ?? '');

const share = (right: number, asked: number): string => (asked === 0 ? '—' : `${((100 * right) / asked).toFixed(1)} %`);

function cell({ asked, failures }: Score, measure: Measure): string {
  const count = asked.get(measure) ?? 0;
  const wrong = failures.filter((failure) => failure.measure === measure).length;
  return `${count - wrong}/${count}  ${share(count - wrong, count)}`;
}

function printTable(scores: ReadonlyMap<Part, Score>): void {
  const print = (name: string, say: (one: Score) => string) =>
    console.log([name.padEnd(24), ...PARTS.map((part) => say(scores.get(part) as Score).padEnd(20))].join(''));
  console.log(['measure'.padEnd(24), ...PARTS.map((part) => part.padEnd(20))].join(''));
  for (const measure of MEASURES) print(measure, (one) => cell(one, measure));
  print('false met', ({ falseMet }) => String(falseMet.length));
  print('false unmet', ({ falseUnmet }) => String(falseUnmet.length));
}

function printFailure(failure: Failure): void {
  console.log(`${failure.id} [${failure.measure}] ${failure.section}`);
  console.log(`    ${failure.input.replaceAll('\n', '⏎')}`);
  console.log(`    expected ${failure.expected}   got ${failure.got}`);
}

const scores = new Map(PARTS.map((part) => [part, score(part)]));
printTable(scores);
for (const [part, { failures }] of scores) {
  if (failsOf === part) failures.filter(({ measure }) => measure.includes(only)).forEach(printFailure);
  else if (part === 'held-out' && failures.length > 0) {
    const ids = [...new Set(failures.map(({ id }) => id))];
    console.log(`held-out, wrong (${ids.length}): ${ids.slice(0, 60).join(' ')}`);
  }
}
