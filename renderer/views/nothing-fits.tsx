/** What stands where a filter leaves no row: that it does, and the way back. */
export function NothingFits({ filter }: { readonly filter: string }) {
  return <p>Nothing fits {filter}. Esc clears the filter.</p>;
}
