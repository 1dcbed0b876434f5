import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './App.js';

const root = document.querySelector('#root')!;
// What a server has rendered is kept.
if (root.firstElementChild) hydrateRoot(root, <App />);
else createRoot(root).render(<App />);
