/** Shapes of the demo's stories and of what they give. */

import type { createRandom } from "./random.mjs";

export type Random = ReturnType<typeof createRandom>;

/** Bank or audience → how often it is drawn. */
export type Weights = Record<string, number>;

/** One leading part of a story. */
export interface Lead {
  handle: string;
  name: string;
  role: string;
  followers: number;
  /** Followers won each week. */
  growth?: number;
  trend?: string;
  community?: string;
  /** Originals a week, in tenths. */
  perWeek: number;
  topics: Weights;
  /** Banks whose posts are re-shared `pull[week]` times on average; the others `elsewhere` times. */
  draws: string[];
  pull: number[];
  elsewhere: number;
  audience: Weights;
  likes: number[];
  /** Posts of anybody that this account re-shares in the whole period. */
  reshares?: number;
}

/** Several small parts of the same kind. Ranges are `[low, high]`, both included. */
export interface Bits {
  role: string;
  posts: number[];
  topics: Weights;
  pull: number[];
  followers: number[];
  people: string[][];
  /** Posts of anybody that each of them re-shares in the whole period. */
  reshares?: number;
}

/** One demo: its lists, its banks of texts, its people. */
export interface Story {
  lists: Record<string, string[]>;
  texts: Record<string, string[]>;
  cast: Lead[];
  bits: Bits[];
  oneTrick: { target: string; accounts: number; each: number[] };
  crowds: Record<string, { size: number; topics: Weights; perAccount: number[] }>;
  banks: { replyToExpert: string; replyToBrand: string; replyToFriend: string; quote: string };
  brandAnswers: Record<string, string>;
  home: string;
  firstNames: string[];
  surnameStarts: string[];
  surnameEnds: string[];
  file: { name: string; seed: number; start: string; firstId: number; header: string[]; brief: string };
}

export interface Person {
  handle: string;
  name: string;
  role: string;
  community: string | null;
  /** How often this account is drawn among those who react. */
  activity: number;
  topics: Weights;
  posts: number;
  likes: number[];
  audience: Weights;
  reshares: number;
  /** Followers in a week; `null` is unknown. */
  followersAt: (week: number) => number | null;
  /** Re-shares, on average, of one post of a bank in a week. */
  pullOf: (topic: string | null, week: number, dice: Random) => number;
}

export interface Post {
  id: string;
  time: number;
  author: Person;
  text: string;
  kind: "original" | "repost" | "quote" | "reply";
  ref: Post | null;
  topic: string | null;
  likes: number | null;
  shares: number | null;
  replies: number | null;
}

/** What a step of the simulation says of a new post. */
export type NewPost = Pick<Post, "time" | "author" | "text" | "kind"> & Partial<Pick<Post, "ref" | "topic">>;
