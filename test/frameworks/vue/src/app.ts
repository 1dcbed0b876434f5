import { createSSRApp } from 'vue';
import App from './App.vue';

export const create = () => createSSRApp(App);
