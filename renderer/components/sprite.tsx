/**
 * Every drawing of the product, once in the page; `Glyph` uses them by name. Stances repeat what the bar and the letter
 * say: solid, half, hollow, ring, dash. They are ours because Unicode squares come out of fallback fonts in many sizes.
 */
export function Sprite() {
  return (
    <svg width="0" height="0" className="vh" aria-hidden="true">
      <symbol id="g-s" viewBox="0 0 16 16">
        <rect x="2" y="2" width="12" height="12" fill="currentColor" />
      </symbol>
      <symbol id="g-u" viewBox="0 0 16 16">
        <rect x="2.9" y="2.9" width="10.2" height="10.2" fill="none" stroke="currentColor" strokeWidth="1.8" />
        <path d="M2 2h6v12H2z" fill="currentColor" />
      </symbol>
      <symbol id="g-p" viewBox="0 0 16 16">
        <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" fill="none" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id="g-a" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </symbol>
      <symbol id="g-r" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M4.6 11.4 11.4 4.6" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="g-n" viewBox="0 0 16 16">
        <path d="M5 8h6" stroke="currentColor" strokeWidth="1.6" />
      </symbol>
      <symbol id="g-objection" viewBox="0 0 16 16">
        <path fill="currentColor" fillRule="evenodd" d="M8 1 15.6 14.5H.4zM7.1 5.6v4.6h1.8V5.6zm0 5.6v1.8h1.8v-1.8z" />
      </symbol>
      <symbol id="g-consensus" viewBox="0 0 16 16">
        <path d="m3 8.4 3.4 3.4L13.2 4.6" fill="none" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id="g-rough" viewBox="0 0 16 16">
        <path
          d="M2.5 6.6c1.8-2.2 3.7-2.2 5.5-.5s3.7 1.7 5.5-.5M2.5 11.1c1.8-2.2 3.7-2.2 5.5-.5s3.7 1.7 5.5-.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
        />
      </symbol>
      <symbol id="g-no-consensus" viewBox="0 0 16 16">
        <path d="M3 6h10M3 10.2h10M10.6 2.8 5.4 13.4" fill="none" stroke="currentColor" strokeWidth="1.7" />
      </symbol>
      <symbol id="g-deferred" viewBox="0 0 16 16">
        <path d="M2.5 8H10M6.8 4.6 10.2 8l-3.4 3.4M13 3.5v9" fill="none" stroke="currentColor" strokeWidth="1.7" />
      </symbol>
      <symbol id="g-no-call" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.95" />
      </symbol>
      <symbol id="g-live" viewBox="0 0 16 16">
        <path d="M5 3.2 12.5 8 5 12.8z" fill="currentColor" />
      </symbol>
      <symbol id="g-find" viewBox="0 0 16 16">
        <circle cx="7" cy="7" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="m10.2 10.2 3.6 3.6" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="g-down" viewBox="0 0 16 16">
        <path d="m4.5 6.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="g-saved" viewBox="0 0 16 16">
        <path d="m3.5 8.3 3 3 6-6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="g-beamer" viewBox="0 0 16 16">
        <path d="M2 3.5h12V11H2zM8 11v2.5M5 13.5h6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </symbol>
      <symbol id="g-add" viewBox="0 0 16 16">
        <path d="M8 3.5v9M3.5 8h9" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="g-more" viewBox="0 0 16 16">
        <path d="M3 7h2v2H3zm4 0h2v2H7zm4 0h2v2h-2z" fill="currentColor" />
      </symbol>
    </svg>
  );
}
