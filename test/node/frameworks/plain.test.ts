import { promises } from '../../frameworks/promises.js';

promises({ name: 'plain', pages: true, build: (run) => void run('tsc', '-p', '.') });
