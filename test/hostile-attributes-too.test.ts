import { hostileAttributes } from './hostile/attributes.js';

hostileAttributes(1);
