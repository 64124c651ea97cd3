// Differences that no server can avoid on the base data of the recordings, each pinned to exactly what it is:
// anything more, and anything that is no longer so, fails.

/** The recorded server held coordinates with one binary digit more than the base data gives. */
function isLastDigitOfBox(difference) {
  const [, ours, recorded] = /^\/results\/\d+\/bbox\/\d: ([\d.]+), recorded ([\d.]+)$/.exec(difference) ?? []
  return ours !== undefined && Math.abs(Number(ours) - Number(recorded)) < 1e-12
}

/** There, two main categories were linked to a department, which the base data does not say. */
function isMainCategoryOfDepartment(difference) {
  return /^\/results\/\d+\/category_names: (20 items, recorded 21|24 items, recorded 25)$/.test(difference)
}

const KNOWN = {
  areas: isLastDigitOfBox,
  'areas-type': isLastDigitOfBox,
  'areas-page': isLastDigitOfBox,
  'dep-list': isMainCategoryOfDepartment,
  'dep-norights': isMainCategoryOfDepartment,
}

/** Sorts the results of a replay: passed, known (only the known differences, and at least one of them), failed. */
export function judge(results) {
  const judged = { passed: [], known: [], failed: [] }
  for (const result of results) judged[verdictOf(result)].push(result)
  return judged
}

function verdictOf({ id, differences }) {
  const isKnown = KNOWN[id]
  if (!isKnown) return differences.length === 0 ? 'passed' : 'failed'
  if (differences.length === 0) return 'failed'
  return differences.every(isKnown) ? 'known' : 'failed'
}
