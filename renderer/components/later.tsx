import { useEffect, useState, type ComponentType, type FunctionComponent } from 'react';

/** A component whose code is loaded apart from the page. */
export type Later<Props extends object> = FunctionComponent<Props> & {
  /** loads it before it is asked for; done once, however often it is asked */
  readonly load: () => Promise<ComponentType<Props>>;
};

/**
 * A component that is loaded when it is first shown, or before. `lazy` of React shows nothing first even where all is
 * there, and keeps that for 300 ms: a key that is pressed in that time finds nothing to go to. This one, once loaded, is
 * there with the press that asked for it.
 */
export function later<Props extends object>(fetch: () => Promise<ComponentType<Props>>): Later<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  const load = (): Promise<ComponentType<Props>> => {
    loading ??= fetch().then(
      (part) => (loaded = part),
      (error: unknown) => {
        // so that it is tried again when it is asked for again
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  function Part(props: Props) {
    const [Shown, setShown] = useState(() => loaded);
    useEffect(() => {
      if (Shown !== undefined) return;
      load().then(
        (part) => {
          setShown(() => part);
        },
        // shown as a fault of the view, as if it had been there
        (error: unknown) => {
          setShown(() => {
            throw error;
          });
        },
      );
    }, [Shown]);
    return Shown === undefined ? null : <Shown {...props} />;
  }
  return Object.assign(Part, { load });
}
