import { promises } from '../../frameworks/promises.js';

promises({
  name: 'react',
  server: true,
  build: (run) => {
    run('tsc', '-p', '.');
    run('vite', 'build');
    run('vite', 'build', '--ssr', 'src/server.tsx', '--outDir', 'dist/server');
  },
});
