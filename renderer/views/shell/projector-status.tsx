import { Glyph } from '../../components/glyph';
import { MenuButton } from '../../components/menu-button';
import { useStore } from '../../store/store';
import { projectorMenu } from '../menus';

/** What the room sees right now: it follows, holds its picture, or is blank. Nothing where there is no projector. */
export function ProjectorStatus() {
  const { is, numbers } = useStore((state) => state.projector);
  if (is === 'off') return null;
  const now = `${is}${numbers || is === 'blank' ? '' : ', numbers hidden'}`;
  return (
    <MenuButton className="save projector-status" label={`Projector ${now}`} items={projectorMenu}>
      <Glyph name="beamer" className="icon" />
      <span className="cut">
        <span className="projector-status__what">Projector </span>
        {now}
      </span>
    </MenuButton>
  );
}
