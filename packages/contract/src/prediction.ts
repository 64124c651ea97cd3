import { z } from 'zod'

export const predictionRequest = z.object({ text: z.string() })

/** Two lists beside each other: addresses of categories, and how likely each is; the likeliest alone. */
const rankedAddresses = z.array(z.union([z.array(z.string()), z.array(z.number())])).length(2)

export const predictionAnswer = z.object({ hoofdrubriek: rankedAddresses, subrubriek: rankedAddresses })
