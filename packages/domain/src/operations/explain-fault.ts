export const FAULT_KINDS = [
  'no answer in time',
  'not reachable',
  'refused',
  'broken off',
  'not found',
  'database',
  'other',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** In this order: the first that fits tells most. */
const SIGNS: readonly (readonly [FaultKind, RegExp])[] = [
  ['broken off', /process ended|broken off|aborted|heartbeat|job expired|is stopping/i],
  ['no answer in time', /time[d]?[ -]?out|ETIMEDOUT|TimeoutError|no answer/i],
  [
    'not reachable',
    /ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EDNS|fetch failed|did not answer|socket|niet bereikbaar/i,
  ],
  ['database', /deadlock|could not serialize|violates|relation .* does not exist|database|too many clients/i],
  ['refused', /refused|weigert|EAUTH|unauthori[sz]ed|forbidden|denied|\b(401|403|407|53\d|55\d)\b/i],
  ['not found', /ENOENT|not found|does not exist|There is no|\b404\b/i],
]

/** What kind of thing went wrong, by what a program said of it. */
export function explainFault(reason: string): FaultKind {
  return SIGNS.find(([, sign]) => sign.test(reason))?.[0] ?? 'other'
}

const LONGEST = 300

/**
 * What a program said, without what may be of a person: programs quote the addresses, names and texts that they
 * stumble over. A number of up to five digits is more often a code.
 */
export function withoutPersonalData(reason: string): string {
  return reason
    .replaceAll(/[^\s<>@"'(]+@[^\s<>@"')]+/g, '…')
    .replaceAll(/"[^"]*"|“[^”]*”|'[^']*'|\((?=[^)]*[=,])[^)]*\)/g, '…')
    .replaceAll(/\+?\d[\d -]{5,}\d/g, '…')
    .slice(0, LONGEST)
}
