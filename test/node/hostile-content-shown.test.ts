import { showHalf } from './hostile-content-shown.js';

showHalf(0);
