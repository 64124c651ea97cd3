export { createClamAvScanner } from './clamav-scanner.ts'
