import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Evaluation, evaluate } from '../src/judging/evaluate.ts'
import { encodeModel, loadModel } from '../src/model/format.ts'
import { predict } from '../src/model/predict.ts'
import { trainModel } from '../src/model/train.ts'
import type { Example, Model } from '../src/model/types.ts'
import { SHIPPED_MODEL_PATH } from '../src/shipped/shipped-model.ts'
import {
  readLexiconSource,
  readOtherStylesTest,
  readPriorKnowledge,
  readShippedSurroundings,
  readStartingCorpus,
} from '../src/shipped/texts.ts'

const FOLDS = 5
const corpus = readStartingCorpus()
const knowledge = readPriorKnowledge()
const otherStyles = readOtherStylesTest()
const lexiconSource = readLexiconSource()
const surroundings = readShippedSurroundings()

type Row = Omit<Evaluation, 'millisecondsPerText' | 'calibrationError'> & {
  readonly calibrationError?: number
}

interface Baseline {
  readonly otherStyles: Row
  readonly crossValidation: Row
}

function train(examples: readonly Example[]): Model {
  return trainModel(examples, { lexiconSource, surroundings })
}

/** The n-th report of every category in the n-th fold, counting round. */
function splitFold(fold: number): { learn: Example[]; judge: Example[] } {
  const seen = new Map<string, number>()
  const [learn, judge]: [Example[], Example[]] = [[], []]
  for (const one of corpus) {
    const count = seen.get(one.category) ?? 0
    seen.set(one.category, count + 1)
    if (count % FOLDS === fold) judge.push(one)
    else learn.push(one)
  }
  return { learn, judge }
}

function crossValidate(extra: readonly Example[]): Evaluation {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const { learn, judge } = splitFold(fold)
    return evaluate(train([...learn, ...extra]), judge)
  })
  return average(judged)
}

function average(judged: readonly Evaluation[]): Evaluation {
  const mean = (pick: (one: Evaluation) => number): number =>
    judged.reduce((sum, one) => sum + pick(one), 0) / judged.length
  return {
    n: judged.reduce((sum, one) => sum + one.n, 0),
    main: { top1: mean((one) => one.main.top1), top3: mean((one) => one.main.top3) },
    sub: { top1: mean((one) => one.sub.top1), top3: mean((one) => one.sub.top3) },
    macroF1: mean((one) => one.macroF1),
    calibrationError: mean((one) => one.calibrationError),
    millisecondsPerText: mean((one) => one.millisecondsPerText),
  }
}

function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

function printRow(name: string, row: Row): void {
  const share = (value: number): string => (value * 100).toFixed(1).padStart(6)
  const cells = [row.main.top1, row.main.top3, row.sub.top1, row.sub.top3].map(share).join(' ')
  const error = row.calibrationError === undefined ? '     -' : row.calibrationError.toFixed(3).padStart(6)
  print(`  ${name.padEnd(52)}${cells}   ${row.macroF1.toFixed(3)}  ${error}`)
}

function printHead(title: string): void {
  print()
  print(title)
  print(`  ${''.padEnd(52)}main-1 main-3  sub-1  sub-3      F1   calib`)
}

const PASSES = 5

/** The best of a few passes for each text, so that other programs on the machine are not measured. */
function measureSpeed(model: Model): { median: number; p95: number } {
  const texts = otherStyles.map((one) => one.text)
  for (const text of texts) predict(model, text)
  const best = texts.map(() => Infinity)
  for (let pass = 0; pass < PASSES; pass++) {
    texts.forEach((text, index) => {
      const started = performance.now()
      predict(model, text)
      best[index] = Math.min(best[index] ?? Infinity, performance.now() - started)
    })
  }
  best.sort((one, other) => one - other)
  const at = (share: number): number => best[Math.floor(best.length * share)] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

/** In a process of its own, so that nothing else is counted. */
function measureMemory(): number {
  const script = `
    import { readFileSync } from 'node:fs'
    import { loadModel } from ${JSON.stringify(join(import.meta.dirname, '..', 'src', 'model', 'format.ts'))}
    globalThis.gc()
    const use = () => { const m = process.memoryUsage(); return m.heapUsed + m.external }
    const bytes = readFileSync(${JSON.stringify(SHIPPED_MODEL_PATH)})
    const before = use()
    globalThis.model = loadModel(bytes)
    globalThis.gc()
    process.stdout.write(String(use() - before))`
  const output = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  return Number(output)
}

const baseline = JSON.parse(readFileSync(join(import.meta.dirname, 'baseline.json'), 'utf8')) as Record<
  'signalen' | 'strong',
  Baseline
>
const PIPELINE = "today's pipeline (scikit-learn)"
const STRONG = 'words + characters tf-idf, LR (scikit-learn)'

print(`${corpus.length} reports in the corpus, ${knowledge.length} examples written as prior knowledge.`)
const usedBefore = process.cpuUsage()
const model = train([...corpus, ...knowledge])
const trainingSeconds = process.cpuUsage(usedBefore).user / 1e6

printHead(`Other writers' styles (${otherStyles.length} reports, never trained on)`)
printRow('this package', evaluate(model, otherStyles))
printRow('this package, corpus only (no written examples)', evaluate(train(corpus), otherStyles))
printRow(PIPELINE, baseline.signalen.otherStyles)
printRow(STRONG, baseline.strong.otherStyles)

printHead(`Cross-validation on the corpus (${FOLDS} folds)`)
printRow('this package', crossValidate(knowledge))
printRow('this package, corpus only (no written examples)', crossValidate([]))
printRow(PIPELINE, baseline.signalen.crossValidation)
printRow(STRONG, baseline.strong.crossValidation)

printHead('Across writers: trained on the written examples alone, judged on the whole corpus')
printRow('this package', evaluate(train(knowledge), corpus))

const bytes = encodeModel(model)
const loads = [1, 2, 3, 4, 5].map(() => {
  const before = performance.now()
  loadModel(bytes)
  return performance.now() - before
})
const speed = measureSpeed(loadModel(bytes))
print()
print(`Training            ${trainingSeconds.toFixed(1)} s of one core (at most 30 s)`)
print(`Model file          ${(bytes.length / 1e6).toFixed(2)} MB (at most 10 MB)`)
print(`Loading             ${Math.min(...loads).toFixed(0)} ms (at most 100 ms)`)
print(`Memory              ${(measureMemory() / 1e6).toFixed(0)} MB (at most 60 MB)`)
print(
  `Prediction          ${speed.median.toFixed(3)} ms median, ${speed.p95.toFixed(3)} ms p95 (at most 1 ms)`,
)
