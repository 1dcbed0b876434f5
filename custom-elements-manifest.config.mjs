import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);
const { allianceElements } = await jiti.import('./tools/manifest/plugin.ts');

const outdir = 'dist';

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
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, packageJson: false, hideLogs: true }),
  ],
};
