declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

/** How often a property is tried: FC_RUNS, else 200. */
export const runs = Number(process.env['FC_RUNS'] ?? 200);
