import { MOST_WORDS, remembered } from './remembered';

/** A word in lower case. The engine asks a library of Unicode for each that stands in a text with one curly quote. */
export const lowerCase = remembered(MOST_WORDS, (word) => word.toLowerCase());
