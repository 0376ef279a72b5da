/** Who is written down as the actor when a complainant acts: one word for all, so that nobody is followed by it. */
export const COMPLAINANT = 'complainant';
