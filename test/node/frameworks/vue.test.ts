import { promises } from '../../frameworks/promises.js';

promises({
  name: 'vue',
  server: true,
  trusted: 'vue',
  build: (run) => {
    run('vue-tsc', '-p', '.');
    run('vite', 'build');
    run('vite', 'build', '--ssr', 'src/server.ts', '--outDir', 'dist/server');
  },
});
