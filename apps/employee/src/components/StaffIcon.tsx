/** The icons of staff, drawn as those of `Icon`: on a grid of 24, in the colour of the text around them. */
const PATHS = {
  person: 'M12 12.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8c.6-3.6 3.6-5.5 7.5-5.5s6.9 1.9 7.5 5.5',
  people:
    'M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 7.5c.5-3.2 3-5 6.5-5s6 1.8 6.5 5M16 12a3 3 0 1 0-1-5.8M17.5 14.6c2.3.5 3.7 2.1 4 4.9',
  list: 'M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.01M4 12h.01M4 18h.01',
  map: 'm9 4.5-5.5 2v13l5.5-2 6 2 5.5-2v-13l-5.5 2-6-2Zm0 0v13m6-11v13',
  filter: 'M4 5.5h16l-6.3 7.5v5.5l-3.4 1.5v-7L4 5.5Z',
  plus: 'M12 5v14M5 12h14',
  gear: 'M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Zm0-11.7v2.5m0 12v2.5M3.5 12H6m12 0h2.5M6 6l1.8 1.8m8.4 8.4L18 18M6 18l1.8-1.8m8.4-8.4L18 6',
  chart: 'M4 20V10m5.3 10V4m5.4 16v-7M20 20V7',
  clock: 'M12 7v5.2l3.3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  edit: 'm14 6 4 4M4.5 19.5l1-4.5L15.7 4.8a1.7 1.7 0 0 1 2.4 0l1.1 1.1a1.7 1.7 0 0 1 0 2.4L9 18.5l-4.5 1Z',
  mail: 'M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6Zm-1 1.5 8.5 6 8.5-6',
  note: 'M5.5 4h13A1.5 1.5 0 0 1 20 5.5V14l-6 6H5.5A1.5 1.5 0 0 1 4 18.5v-13A1.5 1.5 0 0 1 5.5 4ZM20 14h-4.5a1.5 1.5 0 0 0-1.5 1.5V20M8 9h8M8 13h3.5',
  phone:
    'M6.5 3.5 9 3l2 5-2.2 1.7a11 11 0 0 0 5.5 5.5L16 13l5 2-.5 2.5a2.5 2.5 0 0 1-2.7 2C10.5 18.7 5.3 13.5 4.5 6.2a2.5 2.5 0 0 1 2-2.7Z',
  up: 'm6 15 6-6 6 6',
  down: 'm6 9 6 6 6-6',
  right: 'm9 6 6 6-6 6',
  left: 'm15 6-6 6 6 6',
  link: 'M10 14a4.5 4.5 0 0 0 6.6.300l2.5-2.5a4.5 4.5 0 0 0-6.4-6.4L11.5 6.7M14 10a4.5 4.5 0 0 0-6.6-.3l-2.5 2.5a4.5 4.5 0 0 0 6.4 6.4l1.2-1.3',
  download: 'M12 4v11m-5-4.5 5 5 5-5M4.5 20h15',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7m3 0-.8 12.5H7.3L6.5 7m3.5 4v5m4-5v5',
  split: 'M12 4v5m0 0c0 4-6 4-6 9m6-9c0 4 6 4 6 9M6 20.5v-3m12 3v-3M3.5 15.5 6 18l2.5-2.5m7 0L18 18l2.5-2.5',
  forward: 'M13 6l6 6-6 6M19 12H9.5C6 12 4 14.5 4 18.5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  urgent: 'M12 4v10m0 5.5v.01',
  keyboard:
    'M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6ZM7 10h.01M10.5 10h.01M14 10h.01M17 10h.01M8 14h8',
  bookmark: 'M7 4h10a1 1 0 0 1 1 1v15l-6-4.5L6 20V5a1 1 0 0 1 1-1Z',
  history: 'M4 12a8 8 0 1 0 2.7-6M4 4.5V9h4.5M12 8v4.5l3 1.8',
  paperclip:
    'm20 11.5-7.8 7.8a5 5 0 0 1-7.1-7.1l8.2-8.2a3.3 3.3 0 0 1 4.7 4.7l-8.1 8.1a1.7 1.7 0 0 1-2.4-2.4l7.4-7.4',
  refresh: 'M20 12a8 8 0 1 1-2.7-6M20 4.5V9h-4.5',
  tag: 'M4 4h7.5l8.5 8.5-7.5 7.5L4 11.5V4Zm4 4h.01',
  drag: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  copy: 'M9 9h9.5A1.5 1.5 0 0 1 20 10.5v8a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 9 18.5V9Zm0 0M5.5 15A1.5 1.5 0 0 1 4 13.5v-8A1.5 1.5 0 0 1 5.5 4h8A1.5 1.5 0 0 1 15 5.5',
  columns:
    'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5ZM9 5v14m6-14v14',
} as const

export type StaffIconName = keyof typeof PATHS

/** Never the only carrier of a meaning, so hidden from screen readers. */
export function StaffIcon({ name }: { readonly name: StaffIconName }) {
  return (
    <svg className="signalen-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
