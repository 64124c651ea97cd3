import type { Messages } from '../nl.ts'

export const field: Messages['field'] = {
  title: 'My route',
  intro: 'Your open reports, in an order that makes a short way.',
  empty: 'No open reports are assigned to you.',
  tooMany: (count) =>
    `You have more than ${count} open reports. On the route are the ${count} that you have had longest.`,
  start: 'Begin where I am',
  noPlace: 'Your place is not known. Allow the browser to use your location.',
  distance: (kilometres) => `About ${kilometres} km, as the crow flies.`,
  map: 'Map of the route',
  list: 'Reports on the route',
  stop: (place) => `Stop ${place}`,
  here: 'You are here',
  navigate: 'Navigate',
  take: 'Take along without connection',
  takeAgain: 'Take along again',
  taking: 'Reports are being fetched…',
  taken: (count, time) =>
    count === 1
      ? `1 report was taken along at ${time}. You can work on it without connection.`
      : `${count} reports were taken along at ${time}. You can work on them without connection.`,
  takeFailed: 'Not everything could be fetched. Try again with a good connection.',
  takeHint:
    'The reports and their photos are then on this device, for a day, or until you sign out. Not every browser can do this.',
  leave: 'Take off this device',
  left: 'Nothing is on this device any more.',
  leaveWaiting: (count) =>
    count === 1
      ? '1 change still has to be sent. Send it first.'
      : `${count} changes still have to be sent. Send them first.`,
  kept: 'Kept. It is sent as soon as there is a connection.',
  outbox: 'Still to be sent',
  waiting: 'Waits for a connection',
  conflict: 'Somebody else has changed this report in the meantime.',
  refused: (reason) => `Not sent: ${reason}`,
  refusedShort: 'not sent, see My route',
  look: 'Look at the report',
  sendAnyway: 'Send all the same',
  throwAway: 'Throw away',
  photo: 'Photo',
  before: 'Photo before',
  after: 'Photo after',
  captionBefore: 'Before',
  captionAfter: 'After',
  speak: 'Dictate',
  listening: 'Stop dictating',
  notHeard: 'Nothing was understood. Try again, or use the microphone of your keyboard.',
}
