import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fromRollup } from '@web/dev-server-rollup';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { createJiti } from 'jiti';
import { defaultReporter } from '@web/test-runner';
import { fileURLToPath } from 'node:url';
import { totalsReporter } from './tools/wtr-totals.mjs';

const jiti = createJiti(import.meta.url);
const { content } = await jiti.import('./tools/content/plugin.ts');
const { browserFlags, findBrowser } = await jiti.import('./tools/browser.ts');
const { leanLit } = await jiti.import('./tools/rollup/lean-lit.ts');

const root = fileURLToPath(new URL('.', import.meta.url));
const contentPlugin = fromRollup(content);
const parts = content(`${root}content`);

export default {
  rootDir: root,
  // Tests of a browser stand here; folders hold tests of other kinds, and packages with tests of their own.
  files: ['test/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  // These bounds end what hangs. A slow machine, on which other tests run too, is no fault.
  testsFinishTimeout: 600_000,
  mimeTypes: { '**/content/**/*.yaml': 'js', '**/content/**/*.json': 'js' },
  plugins: [
    // What readers get is what is tested. `LIT=real npx wtr` tests what npm users get.
    ...(process.env.LIT === 'real' ? [] : [fromRollup(leanLit)(root)]),
    // The runner's adapter drops what follows a question mark, so a part of a content file is served here.
    {
      name: 'alliance-content-parts',
      serve({ path, URL: { search } }) {
        if (!/^\/content\/.*\.yaml$/.test(path) || !search) return undefined;
        return { body: parts.load.call({}, `${root}${path.slice(1)}${search}`).code, type: 'js' };
      },
    },
    contentPlugin(`${root}content`),
    a11ySnapshotPlugin(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json` }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: await findBrowser(), args: browserFlags },
      // A window each: a tab behind another gets no animation frames and no focus, and its tests would wait for ever.
      createPage: ({ context }) => context.newPage({ type: 'window' }),
    }),
  ],
  reporters: [defaultReporter({ reportTestProgress: !process.env.CI }), totalsReporter()],
  testFramework: { config: { timeout: 60_000 } },
};
