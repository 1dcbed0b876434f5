import { hydrate, mount } from 'svelte';
import App from './App.svelte';

const target = document.querySelector('#root')!;
// What a server has rendered is kept.
if (target.firstElementChild) hydrate(App, { target });
else mount(App, { target });
