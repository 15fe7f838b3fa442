import { isHandle, toKey } from '../../../shared/record/ids';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextField } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useDraft } from '../use-draft';
import { close } from './close';

/** Who records, proposed from git. Each line of the record will carry the handle. */
export function FirstRun() {
  const git = useStore((state) => state.hello?.gitUser);
  const me = useStore((state) => state.settings.me);
  const [form, change] = useDraft(draftKey.firstRun, {
    name: me?.name ?? git?.name ?? '',
    address: me?.address ?? git?.address ?? '',
    handle: me?.handle ?? toKey((git?.name ?? '').split(/\s+/)[0] ?? '') ?? '',
  });
  const handle = form.handle.trim().replace(/^@/, '');
  const wrong = handle === '' || isHandle(handle) ? undefined : 'Lower-case letters, digits and . _ - only.';
  return (
    <DialogForm
      name="Who are you?"
      submit="That is me"
      draft={false}
      ready={isHandle(handle)}
      onClose={close}
      onSubmit={() =>
        run('settings.me', {
          handle,
          ...(form.name.trim() === '' ? {} : { name: form.name.trim() }),
          ...(form.address.trim() === '' ? {} : { address: form.address.trim() }),
        })
      }
    >
      <p className="advice">
        Every line of a record says who recorded it, and the summary mail says whom to ask. Nothing is sent anywhere.
      </p>
      <TextField name="Name" autoFocus value={form.name} onChange={(name) => change({ name })} />
      <TextField
        name="Address"
        value={form.address}
        hint="What the summary mail is from."
        onChange={(address) => change({ address })}
      />
      <TextField
        name="Handle"
        value={form.handle}
        hint="One word, as in @ana."
        wrong={wrong}
        onChange={(to) => change({ handle: to })}
      />
    </DialogForm>
  );
}
