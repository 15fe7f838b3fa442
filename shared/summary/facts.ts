import type { Id } from '../record/ids';

/** What a fact has in every table: the day that it was said, its links, the entries it comes from. */
interface Told {
  /** `2024-09-17`, in the session's zone */
  readonly day?: string | undefined;
  readonly links: readonly string[];
  readonly from: readonly Id[];
}

/** A condition, as it is and whether it is met. */
export interface ConditionFact {
  readonly text: string;
  readonly met: boolean;
}

/** What the summary says as tables, for programs and spreadsheets: the same facts as the mail's, under the same names. */
export interface Facts {
  readonly subsystems: readonly (Told & {
    readonly subsystem: string;
    readonly name: string;
    readonly partOf?: string | undefined;
    /** the assessment: it advises, and is no call */
    readonly state: string;
    readonly stances: readonly string[];
    readonly because: readonly string[];
    /** how many hold each stance; who abstained, recused, or holds none */
    readonly S: number;
    readonly U: number;
    readonly P: number;
    readonly abstain: number;
    readonly recuse: number;
    readonly none: number;
    /** numbers of the objections that are open on it */
    readonly openObjections: readonly string[];
  })[];
  readonly positions: readonly (Told & {
    readonly subsystem: string;
    readonly who: string;
    readonly standing?: string | undefined;
    readonly stance: string;
    readonly livesWith: readonly string[];
    readonly words?: string | undefined;
    readonly conditions: readonly ConditionFact[];
    readonly via?: string | undefined;
    readonly for?: string | undefined;
    readonly before?: string | undefined;
    readonly afterCall: boolean;
    readonly conflict: boolean;
  })[];
  readonly objections: readonly (Told & {
    readonly number: string;
    readonly about: string;
    readonly subsystem?: string | undefined;
    readonly who: string;
    readonly standing?: string | undefined;
    /** open | accommodated | withdrawn | addressed | deferred; an answered one that its author disputes is open */
    readonly state: string;
    readonly words?: string | undefined;
    readonly remedy?: string | undefined;
    readonly conditions: readonly ConditionFact[];
    readonly until?: string | undefined;
    readonly via?: string | undefined;
    readonly for?: string | undefined;
    readonly answer?: string | undefined;
    readonly conflict: boolean;
  })[];
  readonly calls: readonly (Told & {
    readonly about: string;
    readonly subsystem?: string | undefined;
    /** consensus | rough | no-consensus | deferred | reopened */
    readonly call: string;
    readonly stance?: string | undefined;
    readonly to?: string | undefined;
    readonly words?: string | undefined;
    readonly reason?: string | undefined;
    readonly tentative: boolean;
    readonly openObjections: readonly string[];
    readonly conflict: boolean;
  })[];
  readonly rules: readonly (Told & {
    readonly number: string;
    readonly words: string;
    readonly who?: string | undefined;
    readonly against?: string | undefined;
    readonly conflict: boolean;
  })[];
  readonly answers: readonly (Told & {
    readonly rule: string;
    readonly subsystem?: string | undefined;
    readonly who: string;
    /** supports | lives-with | opposes | abstains */
    readonly answer: string;
    readonly words?: string | undefined;
    readonly conditions: readonly ConditionFact[];
    readonly via?: string | undefined;
    readonly for?: string | undefined;
    readonly conflict: boolean;
  })[];
  readonly rulings: readonly (Told & {
    readonly rule: string;
    readonly subsystem: string;
    /** claimed | in-force | agreed | exception | disputed | none */
    readonly state: string;
    readonly who?: string | undefined;
    readonly scope?: string | undefined;
    readonly words?: string | undefined;
    readonly until?: string | undefined;
    readonly conflict: boolean;
  })[];
  readonly questions: readonly (Told & {
    readonly number: string;
    readonly subsystem?: string | undefined;
    readonly words: string;
    readonly who?: string | undefined;
    readonly to: readonly string[];
    readonly answers: readonly { readonly words: string; readonly who?: string }[];
  })[];
  readonly actions: readonly (Told & {
    readonly who: readonly string[];
    readonly words: string;
    readonly subsystem?: string | undefined;
    /** open | done | dropped */
    readonly state: string;
    /** false: they were only asked */
    readonly accepted: boolean;
    readonly due?: string | undefined;
    readonly reason?: string | undefined;
    readonly conflict: boolean;
  })[];
}

export type FactTable = keyof Facts;
