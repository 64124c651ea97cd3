export { createMapDrawer, type MapDrawerOptions, type MapTile } from './map-drawer.ts'
export { createReportPrinter, type ReportPrinterOptions } from './report-printer.ts'
