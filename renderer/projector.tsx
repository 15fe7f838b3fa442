import { createRoot } from 'react-dom/client';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/stance.css';
import './styles/controls.css';
import './styles/panels.css';
import './styles/parts.css';
import { followProjection } from './bridge/projection';
import { Projector } from './views/projector/projector';

/** The projector's page: draws what the moderator's page tells it, and has nothing of its own. */
const page = document.getElementById('page');
if (page === null) throw new Error('projector.html has no place for the page');
const root = createRoot(page);

followProjection((projection) => {
  if (projection.is === 'picture') document.documentElement.dataset['theme'] = projection.theme;
  root.render(<Projector projection={projection} />);
});
