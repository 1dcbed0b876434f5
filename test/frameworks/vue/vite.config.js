import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// Vue looks for a component behind each tag that it does not know; ours, like every custom element, has a hyphen.
const isCustomElement = (tag) => tag.includes('-');

export default defineConfig({ base: './', plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
