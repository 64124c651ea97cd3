import { readFileSync } from 'node:fs'
import { type Evaluation, evaluate } from '../judging/evaluate.ts'
import { loadModel } from '../model/format.ts'
import { predict } from '../model/predict.ts'
import { readJsonLines } from '../shipped/read-texts.ts'
import { readShippedModelBytes } from '../shipped/shipped-model.ts'

export interface EvaluateFileOptions {
  /** One line of JSON instead of a table for people. */
  readonly json?: boolean
  /** The shipped model when left out. */
  readonly modelBytes?: Uint8Array
}

/** Judges a model on a file of labelled reports and returns what is to be printed. */
export function evaluateFile(path: string, options: EvaluateFileOptions = {}): string {
  const examples = readJsonLines(readFileSync(path, 'utf8'))
  const model = loadModel(options.modelBytes ?? readShippedModelBytes())
  // The first texts are slower while the program warms up; they are answered once before the clock starts.
  for (const { text } of examples.slice(0, 200)) predict(model, text)
  const evaluation = evaluate(model, examples)
  return options.json === true ? JSON.stringify(evaluation) : presentEvaluation(evaluation)
}

export function presentEvaluation(evaluation: Evaluation): string {
  const share = (value: number): string => `${(value * 100).toFixed(1)} %`
  return [
    `Reports judged        ${evaluation.n}`,
    `Main category         ${share(evaluation.main.top1)} right, ${share(evaluation.main.top3)} among the first three`,
    `Subcategory           ${share(evaluation.sub.top1)} right, ${share(evaluation.sub.top3)} among the first three`,
    `Macro F1              ${evaluation.macroF1.toFixed(3)}`,
    `Calibration error     ${evaluation.calibrationError.toFixed(3)}`,
    `Milliseconds per text ${evaluation.millisecondsPerText.toFixed(3)}`,
  ].join('\n')
}
