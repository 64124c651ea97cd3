export { DRAFT_HOURS, type DraftStore } from './drafts/draft-store.ts'
export { createFileDrafts, type FileDrafts } from './drafts/file-drafts.ts'
export type {
  ApiClient,
  ApiFetch,
  CitizenOptions,
  CitizenSite,
  ContactDetails,
  MapConfig,
  Theme,
} from './options.ts'
export { citizen } from './plugin.tsx'
