import './app/asked-first.js';
import './app/styles.js';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';

createRoot(document.getElementById('root')!).render(<App />);
