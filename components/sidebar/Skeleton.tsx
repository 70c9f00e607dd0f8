/** Grey shapes where cards are about to be; screen readers hear the label only. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div class="skeleton" aria-busy="true">
      <span class="visually-hidden">{label}</span>
      {[0, 1, 2].map((row) => (
        <div key={row} class="skeleton-card" aria-hidden="true">
          <span class="skeleton-bar skeleton-title" />
          <span class="skeleton-bar" />
          <span class="skeleton-bar skeleton-short" />
        </div>
      ))}
    </div>
  );
}
