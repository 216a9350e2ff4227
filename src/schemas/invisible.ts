/**
 * A character that a person cannot see: controls but line ends and tabulations, formats (zero width, directions, tags,
 * soft hyphen), what fonts draw nothing for (variation selectors, fillers), the empty braille cell, private use,
 * unassigned, halves of a pair.
 */
export const invisible =
  /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
