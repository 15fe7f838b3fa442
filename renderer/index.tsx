import { createRoot } from 'react-dom/client';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/stance.css';
import './styles/controls.css';
import './styles/panels.css';
import './styles/parts.css';
import { App } from './app/app';
import { begin } from './app/begin';

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no place for the page');
createRoot(page).render(<App />);
void begin();
