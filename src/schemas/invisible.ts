/**
 * A character that a person cannot see: controls but line ends and tabulations, formats (zero width, directions, tags,
 * soft hyphen), private use, unassigned, halves of a pair.
 */
export const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/u;
