import { writeFileSync } from 'node:fs';

function count(suite, result) {
  for (const test of suite?.tests ?? []) result[test.passed ? 'passed' : test.skipped ? 'skipped' : 'failed']++;
  for (const inner of suite?.suites ?? []) count(inner, result);
  return result;
}

/** A reporter for the browser test runner that leaves its totals where `tools/test.ts` asked for them. */
export function totalsReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const result = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        count(session.testResults, result);
        // A file that broke before its first test has no results, but errors.
        if (!session.passed && !session.testResults) result.failed++;
      }
      if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, JSON.stringify(result));
    },
  };
}
