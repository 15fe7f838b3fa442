/** A package of others that is in the app. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Put in by the build, from the lockfile. */
declare const THIRD_PARTY: readonly ThirdParty[];

/** All that is in the app and is not ours, by name. */
export function thirdParty(): readonly ThirdParty[] {
  return THIRD_PARTY;
}
