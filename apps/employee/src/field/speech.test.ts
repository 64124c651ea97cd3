import { afterEach, expect, test, vi } from 'vitest'
import { addSpoken, findRecognition } from './speech.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('writes what was said after what stands there', () => {
  expect(addSpoken('', 'Opgeruimd.')).toBe('Opgeruimd.')
  expect(addSpoken('Gezien.', 'Opgeruimd.')).toBe('Gezien. Opgeruimd.')
  expect(addSpoken('Gezien.\n', 'Opgeruimd.')).toBe('Gezien.\nOpgeruimd.')
})

test('is offered only where no sound leaves the device', () => {
  class Sends {}
  class Keeps {
    get processLocally() {
      return true
    }
  }
  vi.stubGlobal('window', { SpeechRecognition: Sends })
  expect(findRecognition()).toBeUndefined()
  vi.stubGlobal('window', { SpeechRecognition: Keeps })
  expect(findRecognition()).toBe(Keeps)
  vi.stubGlobal('window', {})
  expect(findRecognition()).toBeUndefined()
})
