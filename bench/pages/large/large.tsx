import { createRoot } from 'react-dom/client';
import '../../../renderer/styles/fonts.css';
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/base.css';
import '../../../renderer/styles/stance.css';
import '../../../renderer/styles/controls.css';
import '../../../renderer/styles/panels.css';
import '../../../renderer/styles/parts.css';
import { listenToKeys } from '../../../renderer/commands/keys';
import { showSession } from '../../../renderer/store/open-session';
import { Shell } from '../../../renderer/views/shell/shell';
import { foldAll } from '../../../shared/session/session';
import { LARGE, LARGE_ENTRIES, syntheticEntries } from '../../synthetic';

/**
 * Gavel's own page on a session that is too large to be taken in within a bench: folded here and shown as the example
 * is, without database and shell. Everything that is drawn is the product's.
 */
const entries = syntheticEntries(LARGE_ENTRIES, LARGE);
const [first] = entries;
const page = document.getElementById('page');
if (first === undefined || page === null) throw new Error('nothing to show');
showSession(first.id, foldAll(entries), true);
listenToKeys(window);
createRoot(page).render(<Shell />);
requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
