import { z } from 'zod'

export const predictionRequest = z.object({ text: z.string() })

/** Addresses of categories beside how likely each is, the likeliest alone. */
const rankedAddresses = z.tuple([z.array(z.string()), z.array(z.number())])

export const predictionAnswer = z.object({ hoofdrubriek: rankedAddresses, subrubriek: rankedAddresses })
