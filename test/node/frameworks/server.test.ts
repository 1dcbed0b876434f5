import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { folder, install } from '../../frameworks/install.js';

/** Runs a module in a Node that knows nothing of us, where the package is installed; gives what it printed. */
const run = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: folder, encoding: 'utf8' }).trim();

describe('R20 on a server, where there is no page,', () => {
  before(install);

  it('importing the classes throws nothing', () => {
    assert.equal(
      run(`const { ContactCard, version } = await import('alliance-elements');
           console.log(typeof ContactCard, typeof version, typeof document);`),
      'function string undefined',
    );
  });

  for (const tag of readdirSync('src/elements'))
    it(`importing the define module of ${tag} throws nothing, and twice is once`, () => {
      assert.equal(
        run(`await import('alliance-elements/define/${tag}');
             await import('alliance-elements/define/${tag}');
             console.log(customElements.get('${tag}').observedAttributes.includes('alliance'), typeof document);`),
        'true undefined',
      );
    });
});
