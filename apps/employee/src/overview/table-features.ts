import { rowSortingFeature, tableFeatures } from '@tanstack/react-table'

export const TABLE_FEATURES = tableFeatures({ rowSortingFeature })
export type TableFeatures = typeof TABLE_FEATURES
