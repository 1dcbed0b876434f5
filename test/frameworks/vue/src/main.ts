import { createApp } from 'vue';
import App from './App.vue';
import { create } from './app.js';

// What a server has rendered is kept.
const rendered = document.querySelector('#root')!.firstElementChild;
(rendered ? create() : createApp(App)).mount('#root');
