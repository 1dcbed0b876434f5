import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);
const { allianceElements } = await jiti.import('./tools/manifest/plugin.ts');

const outdir = 'dist';
// Editor data is written by `npm run manifest` alone, not when Storybook or a test asks for the manifest.
const editors = { outdir, hideLogs: true, skip: !process.argv.includes('analyze') };

export default {
  globs: [
    'src/base/{alliance-element,events,define}.ts',
    'src/page/selection.ts',
    'src/elements/*/*.ts',
    'src/index.ts',
  ],
  outdir,
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [
    allianceElements(),
    customElementVsCodePlugin(editors),
    customElementJetBrainsPlugin({ ...editors, packageJson: false }),
  ],
};
