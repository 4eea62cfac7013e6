// Owns remembering the answers of pure functions, within bounds. Knows nothing of what is remembered.

/** The function with its answers remembered by their key; all are forgotten when there are more than `most`. */
export function remembered<A extends readonly unknown[], R extends object>(
  most: number,
  keyOf: (...args: A) => string,
  compute: (...args: A) => R,
): (...args: A) => R {
  const answers = new Map<string, R>();
  return (...args) => {
    const key = keyOf(...args);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(...args);
    if (answers.size >= most) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
