/** Words that tell a language; enough to set apart the few that the corpus has. */
const COMMON_WORDS: Record<string, readonly string[]> = {
  Dutch: 'de het een van in is op te dat ik en niet er aan met voor bij naar al weer mijn onze door'.split(
    ' ',
  ),
  English: 'the a of is on it there and my our to please are has you with'.split(' '),
  German: 'der die das ist und nicht auf seit ein eine im bei wir ich vor sehr den dem'.split(' '),
  Polish: 'na nie w i się jest z od przy przed ktoś przez tu u'.split(' '),
  Turkish: 'bir ve çok var bu için sokak önünde gibi daha her'.split(' '),
}

/** Dutch unless another language has more of its common words in the text. */
export function findLanguage(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const scores = Object.entries(COMMON_WORDS).map(([language, common]) => {
    const letters = language === 'Turkish' && /[ığşİ]/.test(text) ? 2 : 0
    return { language, score: words.filter((word) => common.includes(word)).length + letters }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).language
}
