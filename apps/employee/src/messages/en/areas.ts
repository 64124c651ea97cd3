import type { Messages } from '../nl.ts'

export const areas: Messages['areas'] = {
  title: 'Areas',
  intro: 'Districts, neighbourhoods and other areas. They stand in filters, in rules and with every report.',
  bring: 'Bring in areas',
  bringIntro:
    'Read areas from a file. What has the same code already is updated. If one is wrong, nothing is saved.',
  type: 'Type of area',
  addType: 'New type of area',
  code: 'Code',
  file: 'File',
  fileHint: 'GeoJSON, or a shapefile in a zip. Coordinates of the Dutch grid are converted.',
  fileWrong: 'There are no areas in this file. Choose a GeoJSON file or a zip with a shapefile.',
  found: (count) => (count === 1 ? '1 area found.' : `${count} areas found.`),
  nameField: 'Field with the name',
  codeField: 'Field with the code',
  check: 'Check',
  bringIn: 'Bring in',
  map: 'The areas on the map',
  line: 'Number',
  result: 'Result',
  outcomes: { new: 'New', changed: 'Will be updated', same: 'Is like this already', refused: 'Not possible' },
  sound: 'Everything is right. Nothing has been saved yet.',
  stored: 'The areas have been saved.',
  refused: (count) =>
    count === 1 ? '1 area is wrong. Nothing was saved.' : `${count} areas are wrong. Nothing was saved.`,
  untouched: (codes) => `Not in the file, and staying as they are: ${codes.join(', ')}.`,
}
