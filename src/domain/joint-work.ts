/** Where a team stands between initiative (work that starts unprompted) and joint work (settled among themselves). */
export const CORNERS = [
  'interdependent',
  'capable but alone',
  'together, on your word',
  'waiting for you',
] as const;
export type Corner = (typeof CORNERS)[number];
