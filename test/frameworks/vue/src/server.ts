import { renderToString } from 'vue/server-renderer';
import { create } from './app.js';

export const render = () => renderToString(create());
