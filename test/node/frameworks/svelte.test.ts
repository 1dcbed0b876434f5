import { promises } from '../../frameworks/promises.js';

promises({
  name: 'svelte',
  server: true,
  trusted: 'svelte-trusted-html',
  build: (run) => {
    run('svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings');
    run('vite', 'build');
    run('vite', 'build', '--ssr', 'src/server.ts', '--outDir', 'dist/server');
  },
});
