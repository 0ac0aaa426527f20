/** Why a question of an assistant has no answer, as a sentence for it. */
export class NoAnswer extends Error {}
