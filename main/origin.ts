/**
 * The identity of the page. IndexedDB belongs to it: rename either word and every record is gone from view.
 */
export const SCHEME = 'app';
export const ORIGIN = 'app://gavel';
export const INDEX = `${ORIGIN}/index.html`;
export const PROJECTOR = `${ORIGIN}/projector.html`;

/**
 * The content security policy of every response. The one hash lets in the style sheet that react-aria adds for
 * `touch-action` (`usePress`); a test recomputes it from the installed package. The page may make the Trusted Types
 * policy named `default` and no other.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');
