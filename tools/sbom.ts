/** `npm run sbom`: what the package brings with it, as CycloneDX, in `dist/sbom.cdx.json`. The same lock gives the same file. */
import { execFileSync } from 'node:child_process';

execFileSync(
  'npx',
  [
    '--no-install',
    'cyclonedx-npm',
    '--omit',
    'dev',
    '--package-lock-only',
    '--output-reproducible',
    '--no-validate',
    '--output-file',
    'dist/sbom.cdx.json',
  ],
  { stdio: 'inherit' },
);
