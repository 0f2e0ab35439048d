/** A word that one text in 5,000 holds, and one that one in a hundred does. */
export const RARE = 'serendipity';
export const COMMON = 'vendor';
