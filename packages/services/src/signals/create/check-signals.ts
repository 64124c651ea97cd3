import {
  decidePublicSource,
  decideStaffSource,
  INVALID_EXTRA_PROPERTIES,
  isExtraProperties,
  type Refusal,
  type WireErrors,
} from '@signalen/domain'
import { invalid } from '../../problem.ts'
import type { Settings } from '../../settings/settings.ts'
import { findCategoryByAddress } from '../category-address.ts'
import { findPlaceFault } from '../location/check-place.ts'
import type { CategoryReference, Reference } from '../reference.ts'
import type { CategoryChoice, NewSignal } from './new-signal.ts'

export interface Surroundings {
  readonly reference: Reference
  readonly settings: Settings
  readonly byEmployee: boolean
}

/** Signals as they were sent: one, or a list, whose faults stand beside the signals. */
export interface Batch {
  readonly signals: readonly NewSignal[]
  readonly isList: boolean
}

type FieldErrors = Readonly<Record<string, WireErrors | readonly string[]>>

/** Refuses the whole batch when anything is wrong with any signal of it, and tells everything that is. */
export function requireFaultless(batch: Batch, surroundings: Surroundings): void {
  const faults = batch.signals.map((signal) => findFaults(signal, surroundings))
  if (faults.every((fault) => Object.keys(fault).length === 0)) return
  throw invalid(batch.isList ? (faults as unknown as WireErrors) : (faults[0] ?? {}))
}

function findFaults(signal: NewSignal, surroundings: Surroundings): FieldErrors {
  return {
    ...findCategoryFault(signal.category, surroundings.reference),
    ...findLocationFault(signal, surroundings.settings),
    ...findExtraPropertiesFault(signal.extraProperties),
    ...findSourceFault(signal, surroundings),
  }
}

/** The category of a signal that was found to be faultless. */
export function getChosenCategory(choice: CategoryChoice, reference: Reference): CategoryReference {
  const chosen = findCategoryByAddress(reference, choice.address)
  if (!chosen.found) throw new Error(chosen.message)
  return chosen.category
}

export function findCategoryFault(choice: CategoryChoice, reference: Reference): FieldErrors {
  const chosen = findCategoryByAddress(reference, choice.address)
  return chosen.found ? {} : { category: { [choice.field]: [chosen.message] } }
}

function findLocationFault({ location }: NewSignal, settings: Settings): FieldErrors {
  const fault = findPlaceFault(location.position, settings)
  return fault === undefined ? {} : { location: { geometrie: [fault] } }
}

function findExtraPropertiesFault(value: unknown): FieldErrors {
  if (value === null || isExtraProperties(value)) return {}
  return { extra_properties: [INVALID_EXTRA_PROPERTIES] }
}

function findSourceFault(signal: NewSignal, { reference, byEmployee }: Surroundings): FieldErrors {
  if (signal.source === undefined) return {}
  const decision = byEmployee
    ? decideStaffSource(signal.source, reference.sources, signal.parentId !== null)
    : decidePublicSource(signal.source, reference.sources)
  return decision.ok ? {} : fieldsOf(decision)
}

function fieldsOf({ errors }: Refusal): FieldErrors {
  return Array.isArray(errors) ? { non_field_errors: errors } : (errors as FieldErrors)
}
