// `npm run bench:classification`: how often the suggestion is right, and what it costs, against the baselines.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, answerAll, type Evaluation, evaluate } from '../src/judging/evaluate.ts'
import { trainModel } from '../src/model/train.ts'
import type { Example, Model } from '../src/model/types.ts'
import {
  readLexiconSource,
  readOtherStylesTest,
  readPriorKnowledge,
  readShippedCategories,
  readShippedSurroundings,
  readStartingCorpus,
} from '../src/shipped/texts.ts'
import { print, printSection, type Row, type Section, writeFigures } from './figures.ts'
import { splitIntoFolds } from './folds.ts'
import { findLanguage } from './languages.ts'
import { measureLimits } from './limits.ts'
import { findMeaning } from './same-meaning.ts'

const FOLDS = 5
const corpus = readStartingCorpus()
const knowledge = readPriorKnowledge()
const otherStyles = readOtherStylesTest()
const lexiconSource = readLexiconSource()
const surroundings = readShippedSurroundings()

const inUse = new Set(readShippedCategories().flatMap((one) => (one.retired ? [] : [one.category])))

type Baselines = Record<'signalen' | 'strong', Record<'otherStyles' | 'crossValidation', Row>>
const baseline: Baselines = JSON.parse(readFileSync(join(import.meta.dirname, 'baseline.json'), 'utf8'))
const PIPELINE = "today's pipeline (scikit-learn)"
const STRONG = 'words + characters tf-idf, LR (scikit-learn)'

function train(examples: readonly Example[]): Model {
  return trainModel(examples, { lexiconSource, surroundings })
}

interface Judged {
  readonly text: string
  readonly answer: Answer
}

function crossValidate(): { evaluation: Evaluation; judged: Judged[] } {
  const folds = splitIntoFolds(corpus, FOLDS)
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const model = train([...corpus.filter((_, index) => folds[index] !== fold), ...knowledge])
    const judge = corpus.filter((_, index) => folds[index] === fold)
    const judged = answerAll(model, judge).map((answer, at) => ({ answer, text: judge[at]?.text ?? '' }))
    return { evaluation: evaluate(model, judge), judged }
  })
  return {
    evaluation: average(parts.map((part) => part.evaluation)),
    judged: parts.flatMap((part) => part.judged),
  }
}

function average(parts: readonly Evaluation[]): Evaluation {
  const n = parts.reduce((sum, one) => sum + one.n, 0)
  const mean = (pick: (one: Evaluation) => number): number =>
    parts.reduce((sum, one) => sum + pick(one) * one.n, 0) / n
  return {
    n,
    main: { top1: mean((one) => one.main.top1), top3: mean((one) => one.main.top3) },
    sub: { top1: mean((one) => one.sub.top1), top3: mean((one) => one.sub.top3) },
    macroF1: mean((one) => one.macroF1),
    calibrationError: mean((one) => one.calibrationError),
    millisecondsPerText: mean((one) => one.millisecondsPerText),
  }
}

function shareRight(judged: readonly Judged[], isRight: (answer: Answer) => boolean): number {
  return judged.filter(({ answer }) => isRight(answer)).length / Math.max(judged.length, 1)
}

function byLanguage(judged: readonly Judged[]): Record<string, { n: number; sub: number; main: number }> {
  const groups = Map.groupBy(judged, ({ text }) => findLanguage(text))
  return Object.fromEntries(
    [...groups].map(([language, of]) => [
      language,
      {
        n: of.length,
        sub: shareRight(of, ({ expected, sub }) => sub[0]?.category === expected),
        main: shareRight(of, ({ expected, main }) => main[0]?.category === expected.split('/')[0]),
      },
    ]),
  )
}

print(`${corpus.length} reports in the corpus, ${knowledge.length} examples written as prior knowledge.`)
const usedBefore = process.cpuUsage()
const model = train([...corpus, ...knowledge])
const trainingSeconds = process.cpuUsage(usedBefore).user / 1e6
const { evaluation: crossValidation, judged } = crossValidate()
const byWriters = train(knowledge)
const sections: Section[] = [
  {
    title: `Other styles (${otherStyles.length} reports, never trained on)`,
    rows: {
      'this package': evaluate(model, otherStyles),
      'this package, trained on the corpus only': evaluate(train(corpus), otherStyles),
      [PIPELINE]: baseline.signalen.otherStyles,
      [STRONG]: baseline.strong.otherStyles,
    },
  },
  {
    title: `Cross-validation on the corpus (${FOLDS} folds, near-duplicates kept together)`,
    rows: {
      'this package': crossValidation,
      [PIPELINE]: baseline.signalen.crossValidation,
      [STRONG]: baseline.strong.crossValidation,
    },
  },
  {
    title: 'Across writers: trained on the written examples alone, judged on the whole corpus',
    rows: {
      'this package': evaluate(byWriters, corpus),
      [`this package, of the ${inUse.size} categories in use`]: evaluate(
        byWriters,
        corpus.filter((one) => inUse.has(one.category)),
      ),
    },
  },
]
for (const section of sections) printSection(section)

const sameMeaning = shareRight(
  judged,
  ({ expected, sub }) => findMeaning(sub[0]?.category ?? '') === findMeaning(expected),
)
const languages = byLanguage(judged)
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`
print(`\nIn cross-validation, a category of the same meaning counted as right: ${percent(sameMeaning)}`)
for (const [language, { n, sub, main }] of Object.entries(languages)) {
  print(
    `  ${language.padEnd(10)}${String(n).padStart(5)} reports   sub ${percent(sub)}   main ${percent(main)}`,
  )
}

const texts = otherStyles.map((one) => one.text)
const limits = measureLimits(model, texts)
const { median, p95 } = limits.predictionMilliseconds
print(`\nTraining            ${trainingSeconds.toFixed(1)} s of one core (at most 30 s)`)
print(`Model file          ${limits.fileMegabytes.toFixed(2)} MB (at most 10 MB)`)
print(`Loading             ${limits.loadMilliseconds.toFixed(0)} ms (at most 100 ms)`)
print(`Memory              ${limits.memoryMegabytes.toFixed(0)} MB (at most 60 MB)`)
print(`Prediction          ${median.toFixed(3)} ms median, ${p95.toFixed(3)} ms p95 (at most 1 ms)`)
print(`written to ${writeFigures({ sections, sameMeaning, languages, trainingSeconds, ...limits })}`)
