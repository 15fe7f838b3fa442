import { refuse, type Result } from '../shared/result';

/** What an operating system's error code means to a person, and the way out. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room and try again',
  EDQUOT: 'your quota on that disk is used up: make room and try again',
  EACCES: 'you may not do that there: choose another folder, or change its permissions',
  EPERM: 'the system does not permit that there: choose another folder',
  EROFS: 'that disk is read-only: choose another folder',
  ENOENT: 'it is not there (any more): choose again',
  ENOTDIR: 'a part of its path is not a folder: choose again',
  EISDIR: 'it is a folder: choose a file',
  ENAMETOOLONG: 'its name is too long: choose a shorter one',
  ELOOP: 'it is a chain of links that never ends: choose the file itself',
  EBUSY: 'another program holds it: close it there and try again',
  EMFILE: 'too many files are open: close some and try again',
  ENXIO: 'it is not a file that can be read: choose another',
  EIO: 'the disk reports an error: save a copy on another disk now',
};

/** The code of a system error (`ENOSPC`), or undefined for anything else that was thrown. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Turns a system error into a refusal that says what, where and the way out.
 * What is no system error is a bug and is thrown on.
 */
export function refuseErrno(error: unknown, what: string, file: string): Result<never> {
  const code = errnoOf(error);
  if (code === undefined) throw error;
  return refuse(`${what}: ${WORDS[code] ?? 'the system refused'}`, { file, found: code });
}
