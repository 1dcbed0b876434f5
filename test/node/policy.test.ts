import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { strictPolicy } from '../../tools/serve.js';

/** What is wrong with a policy, as the evaluator of Google's security team sees it; hints for later levels left out. */
function faults(policy: string): string[] {
  return new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity <= Severity.HIGH_MAYBE)
    .map(({ directive, description }) => `${directive}: ${description}`);
}

/** The policies in a document: lines that begin with a directive, with the host filled in. */
const policiesIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:default|script)-src .*$/gm)].map(([policy]) =>
    policy.replaceAll('YOUR-HOST', 'widgets.example/alliance-elements/'),
  );

describe('a policy that the documents recommend', () => {
  it('is without fault in the README, and stands there', () => {
    const policies = policiesIn('README.md');
    assert.equal(policies.length, 1);
    for (const policy of policies) assert.deepEqual(faults(policy), [], policy);
  });

  it('is the one that the tests hold the widgets to, and more', () => {
    const [recommended = ''] = policiesIn('README.md');
    const tested = new CspParser(strictPolicy('https://widgets.example/alliance-elements/')).csp.directives;
    for (const [directive, values] of Object.entries(new CspParser(recommended).csp.directives))
      assert.deepEqual(tested[directive], values, directive);
  });

  it('would be found wanting if it were weaker', () => {
    const [policy = ''] = policiesIn('README.md');
    for (const weaker of [
      policy.replace('script-src ', "script-src 'unsafe-inline' "),
      policy.replace('script-src ', "script-src 'unsafe-eval' * "),
      policy.replace("base-uri 'none'; ", '').replace('https://widgets.example', "'nonce-abc123'"),
    ])
      assert.notDeepEqual(faults(weaker), [], weaker);
  });
});
